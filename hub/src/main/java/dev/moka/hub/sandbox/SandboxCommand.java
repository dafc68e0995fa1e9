package dev.moka.hub.sandbox;

import dev.moka.hub.workload.NetworkAccess;
import dev.moka.hub.workload.WorkloadSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The command line that runs a workload in a sandbox.
///
/// The user is given up before `bwrap` makes a user namespace, so that not even its root is ours;
/// and since that user may not walk to folders under the hub's home, they are mounted on `/mnt`
/// first, in a mount namespace that nobody else sees.
final class SandboxCommand {
    private static final Path USR = Path.of("/usr");
    private static final List<String> LINKED = List.of("/bin", "/sbin", "/lib", "/lib64");
    private static final String STAGE =
            """
            mount -t tmpfs -o mode=0755 stage /mnt || exit 126
            ro=0
            while [ "$1" != -- ]; do
                if [ -d "$1" ]; then mkdir "/mnt/$ro"; else : >"/mnt/$ro"; fi
                mount --bind "$1" "/mnt/$ro" || exit 126
                ro=$((ro + 1))
                shift
            done
            shift
            exec "$@"
            """;

    private final SandboxKind kind;
    private final RunFolder folder;
    private final WorkloadSpec spec;

    SandboxCommand(SandboxKind kind, RunFolder folder, WorkloadSpec spec) {
        this.kind = kind;
        this.folder = folder;
        this.spec = spec;
    }

    /// @param user the number of the workload's own user, if it has one
    List<String> words(int user) throws IOException {
        return switch (kind) {
            case OWN_USER -> ownUser(user);
            case NAMESPACES -> bwrap(Map.of());
            case PLAIN -> plain();
        };
    }

    private List<String> ownUser(int user) throws IOException {
        Map<Path, Path> staged = new TreeMap<>();
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "unshare",
                                "--mount",
                                "--propagation",
                                "private",
                                "/bin/sh",
                                "-c",
                                STAGE,
                                "sh"));
        for (Path path : mounted()) {
            staged.put(path, Path.of("/mnt/" + staged.size()));
            words.add(path.toString());
        }
        String id = Integer.toString(user);
        words.addAll(
                List.of(
                        "--",
                        "setpriv",
                        "--reuid",
                        id,
                        "--regid",
                        id,
                        "--clear-groups",
                        "--no-new-privs"));
        words.addAll(bwrap(staged));
        return words;
    }

    /// What lies where the workload's user could not go.
    private List<Path> mounted() throws IOException {
        List<Path> mounted = new ArrayList<>(List.of(folder.ml(), folder.file("etc")));
        mounted.addAll(readable());
        return mounted;
    }

    private List<Path> readable() throws IOException {
        List<Path> readable = new ArrayList<>();
        for (Path path : spec.readable()) {
            if (!path.startsWith(USR) && !readable.contains(path)) {
                readable.add(path);
            }
        }
        return readable;
    }

    private List<String> bwrap(Map<Path, Path> staged) throws IOException {
        List<String> words = new ArrayList<>(List.of("bwrap", "--ro-bind", "/usr", "/usr"));
        for (String name : LINKED) {
            Path path = Path.of(name);
            if (Files.isSymbolicLink(path)) {
                words.addAll(List.of("--symlink", Files.readSymbolicLink(path).toString(), name));
            } else if (Files.isDirectory(path)) {
                words.addAll(List.of("--ro-bind", name, name));
            }
        }
        words.addAll(List.of("--ro-bind", at(folder.file("etc"), staged), "/etc"));
        for (String name : EtcFolder.SHARED) {
            words.addAll(List.of("--ro-bind-try", "/etc/" + name, "/etc/" + name));
        }
        words.addAll(
                List.of(
                        "--proc",
                        "/proc",
                        "--dev",
                        "/dev",
                        "--tmpfs",
                        "/tmp",
                        "--tmpfs",
                        "/home",
                        "--bind",
                        at(folder.ml(), staged),
                        "/opt/ml"));
        for (Path path : readable()) {
            words.addAll(List.of("--ro-bind", at(path, staged), path.toString()));
        }
        words.addAll(
                List.of(
                        "--unshare-user",
                        "--unshare-pid",
                        "--unshare-ipc",
                        "--unshare-uts",
                        "--hostname",
                        "algo-1",
                        "--die-with-parent",
                        "--new-session",
                        "--chdir",
                        "/opt/ml",
                        "--clearenv"));
        if (spec.network() == NetworkAccess.NONE) {
            words.add("--unshare-net");
        }
        if (folder.has("seccomp.bpf")) {
            words.addAll(List.of("--seccomp", "9"));
        }
        new TreeMap<>(environment("/opt/ml"))
                .forEach((name, value) -> words.addAll(List.of("--setenv", name, value)));
        words.addAll(spec.command());
        return words;
    }

    private List<String> plain() {
        List<String> words = new ArrayList<>(List.of("env", "-i"));
        new TreeMap<>(environment(folder.ml().toString()))
                .forEach((name, value) -> words.add(name + "=" + value));
        words.addAll(spec.command());
        return words;
    }

    private Map<String, String> environment(String base) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("HOME", "/tmp");
        environment.put("LANG", "C.UTF-8");
        environment.putAll(spec.environment());
        environment.put("SAGEMAKER_BASE_DIR", base);
        environment.put(ProcessTree.MARK, spec.id().value());
        return environment;
    }

    private static String at(Path path, Map<Path, Path> staged) {
        return staged.getOrDefault(path, path).toString();
    }
}
