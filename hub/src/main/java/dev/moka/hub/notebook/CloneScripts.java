package dev.moka.hub.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes the shell script that clones an instance's code repositories into its workspace.
final class CloneScripts {
    private static final String BEGIN =
            """
            set -e
            export GIT_TERMINAL_PROMPT=0
            command -v git >/dev/null || { echo "git is not installed on the hub's machine" >&2; exit 127; }
            """;

    private final CodeRepositories repositories;

    CloneScripts(CodeRepositories repositories) {
        this.repositories = repositories;
    }

    /// The script, when the instance has repositories. What is there already stays as it is.
    Optional<String> script(NotebookInstance instance) {
        InstanceAttributes attributes = instance.spec().attributes();
        List<String> wanted =
                Stream.concat(
                                Stream.ofNullable(attributes.defaultCodeRepository()),
                                attributes.additionalCodeRepositories().stream())
                        .distinct()
                        .toList();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        for (String repository : wanted) {
            lines.add(
                    repository.startsWith("https://")
                            ? clone(repository, "")
                            : named(instance, repository));
        }
        return Optional.of(BEGIN + String.join("\n", lines) + "\n");
    }

    private String named(NotebookInstance instance, String name) {
        return repositories
                .find(instance.key().owner(), name)
                .map(r ->
                        clone(
                                r.url(),
                                r.branch() == null ? "" : "--branch " + quoted(r.branch()) + " "))
                .orElseGet(() ->
                        "echo %s >&2; exit 1"
                                .formatted(
                                        quoted(
                                                "Code repository '%s' does not exist any more"
                                                        .formatted(name))));
    }

    private static String clone(String url, String branch) {
        String folder = quoted(folder(url));
        return "[ -e %s ] || git clone --quiet %s-- %s %s"
                .formatted(folder, branch, quoted(url), folder);
    }

    /// The last part of the address, as Git itself would name the folder.
    private static String folder(String url) {
        String path = url.replaceFirst("/+$", "").replaceFirst("\\.git$", "");
        String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "-");
        return name.matches("[.-]*") ? "repository" : "./" + name;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
