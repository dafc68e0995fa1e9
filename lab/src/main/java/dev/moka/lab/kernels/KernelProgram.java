package dev.moka.lab.kernels;

import dev.moka.protocol.program.KernelFlags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The kernel as a program on this machine.
///
/// @param javaHome the JDK that runs it
/// @param jar `moka-kernel.jar`
/// @param aotCache the AOT cache, used when the file is there
/// @param sdk `moka-sdk.jar`, on the class path of every notebook when the file is there
/// @param orphanTime how long a kernel without a hub lives on; zero for ever
public record KernelProgram(Path javaHome, Path jar, Path aotCache, Path sdk, Duration orphanTime) {
    private static final Duration A_DAY = Duration.ofDays(1);

    /// The kernel in a folder `kernel/target` that holds `moka-kernel.jar` and perhaps
    /// `moka-kernel.aot`, on the JDK that runs this program, with the SDK that was built beside it.
    public static KernelProgram in(Path folder) {
        return new KernelProgram(
                Path.of(System.getProperty("java.home")),
                folder.resolve("moka-kernel.jar"),
                folder.resolve("moka-kernel.aot"),
                folder.resolve("../../sdk/target/moka-sdk.jar").normalize(),
                A_DAY);
    }

    /// The same with another time to live on without a hub.
    public KernelProgram withOrphanTime(Duration time) {
        return new KernelProgram(javaHome, jar, aotCache, sdk, time);
    }

    /// Whether the AOT cache is there and of this jar: the JVM was seen to run the classes of an
    /// older one from it.
    private boolean hasCache() {
        return Files.isRegularFile(aotCache)
                && aotCache.toFile().lastModified() >= jar.toFile().lastModified();
    }

    /// Whether the SDK was built.
    boolean hasSdk() {
        return Files.isRegularFile(sdk);
    }

    /// The command line. It must have no flag about modules (`--enable-native-access`, `--add-…`)
    /// that the AOT cache was not made with: the JVM would not use the cache. The jar's manifest
    /// has them.
    List<String> command(KernelLaunch launch) {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin/java").toString());
        command.addAll(KernelFlags.standard());
        command.addAll(launch.resources().flags());
        command.add("-Djava.awt.headless=true");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-XX:ErrorFile=" + launch.folder().resolve("hs_err.log"));
        if (hasCache()) {
            command.add("-XX:AOTCache=" + aotCache);
            command.add("-Xlog:aot=off");
            command.add("-Xlog:cds=off");
        }
        command.add("-jar");
        command.add(jar.toString());
        command.add("--socket");
        command.add(launch.socket().toString());
        command.add("--orphan-timeout");
        command.add(Long.toString(orphanTime.toSeconds()));
        return command;
    }
}
