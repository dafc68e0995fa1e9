package dev.moka.hub.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// How commands on this machine reach a running hub: an address and a token, in a file of the home
/// that only its owner may read.
///
/// @param address of the AWS port, without a slash at the end
/// @param token shown in the `Authorization` header
public record LocalAccess(String address, String token) {

    /// Keeps this in the home until the hub ends.
    public Kept keep(Home home) {
        Path file = home.localAccess();
        try {
            Home.makePrivate(home.run());
            Path fresh = Files.createTempFile(home.run(), "local", ".new");
            if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(fresh, address + "\n" + token + "\n", StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return new Kept(file);
        } catch (IOException e) {
            throw new HomeException(
                    "The hub can't write %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /// That of the hub that runs on this home.
    public static LocalAccess of(Home home) {
        Path file = home.localAccess();
        if (!Files.exists(home.folder().resolve("hub.lock"))) {
            throw new HomeException(
                    "No hub was ever started with the home %s; start one with ./moka up, or say another home with --home"
                            .formatted(home.folder()));
        }
        if (!Files.exists(file)) {
            throw new HomeException(
                    "The hub of %s is not running; start it with ./moka up"
                            .formatted(home.folder()));
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.size() == 2) {
                return new LocalAccess(lines.get(0), lines.get(1));
            }
        } catch (IOException e) {
            throw new HomeException(
                    "%s can't be read: %s. Use the account that runs the hub"
                            .formatted(file, e.getMessage()),
                    e);
        }
        throw new HomeException("%s is damaged; start the hub again".formatted(file));
    }

    /// The file, until it is closed.
    public record Kept(Path file) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
