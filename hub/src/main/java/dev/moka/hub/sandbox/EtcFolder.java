package dev.moka.hub.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The `/etc` that a workload sees: names for two users, and of this machine's only what programs
/// need to start and to check certificates.
final class EtcFolder {
    /// What is taken from this machine as it is.
    static final List<String> SHARED =
            List.of("ssl", "pki", "ca-certificates", "alternatives", "ld.so.cache", "localtime");

    private static final List<String> COPIED = List.of("resolv.conf", "nsswitch.conf", "hosts");
    private static final Path ETC = Path.of("/etc");

    private EtcFolder() {}

    /// Fills the folder; mount points are made beforehand, since nothing can be made in it later.
    static void fill(Path folder, int user) throws IOException {
        Files.createDirectories(folder);
        for (String name : SHARED) {
            Path there = ETC.resolve(name);
            Path here = folder.resolve(name);
            if (Files.isDirectory(there)) {
                Files.createDirectories(here);
            } else if (Files.exists(there) && !Files.exists(here)) {
                Files.createFile(here);
            }
        }
        for (String name : COPIED) {
            if (Files.isReadable(ETC.resolve(name))) {
                Files.copy(
                        ETC.resolve(name),
                        folder.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        // Java keeps its settings there where the system's package manager installed it.
        try (var entries = Files.newDirectoryStream(ETC, "java*")) {
            for (Path entry : entries) {
                Path link = folder.resolve(entry.getFileName());
                if (!Files.exists(link) && Files.isDirectory(entry)) {
                    copyReadable(entry, link);
                }
            }
        }
        Files.writeString(
                folder.resolve("passwd"),
                "root:x:0:0:root:/root:/usr/sbin/nologin\nsagemaker:x:%d:%d:SageMaker:/tmp:/bin/sh\n"
                        .formatted(user, user));
        Files.writeString(folder.resolve("group"), "root:x:0:\nsagemaker:x:%d:\n".formatted(user));
    }

    private static void copyReadable(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (Files.isReadable(file)) {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
