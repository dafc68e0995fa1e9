package dev.moka.hub.home;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/// The file with the key that seals the secrets of the hub's database, readable by its owner only.
public final class MasterKeyFile {
    private static final int BYTES = 32;

    private MasterKeyFile() {}

    /// The key, made if there is no file.
    public static byte[] open(Home home, SecureRandom random) {
        Path file = home.masterKey();
        try {
            Home.makePrivate(home.secrets());
            if (!Files.exists(file)) {
                write(file, random);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new HomeException(
                        "%s is damaged: it has %d bytes instead of %d. Put it back from a backup"
                                .formatted(file, key.length, BYTES));
            }
            return key;
        } catch (IOException e) {
            throw new HomeException(
                    "The master key %s can't be read or made: %s".formatted(file, e.getMessage()),
                    e);
        }
    }

    /// The error for secrets that the key in the file doesn't open.
    public static HomeException doesNotFit(Home home) {
        return new HomeException(
                ("%s is not the key with which the access keys in the database were sealed, or it"
                     + " was lost. Put it back from a backup; or, to begin with new access keys,"
                     + " delete the rows of the table access_keys and start again")
                        .formatted(home.masterKey()));
    }

    private static void write(Path file, SecureRandom random) throws IOException {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        Path fresh = file.resolveSibling("master.key.new");
        Files.deleteIfExists(fresh);
        if (Files.getFileStore(file.resolveSibling(".")).supportsFileAttributeView("posix")) {
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(fresh);
        }
        Files.write(fresh, key, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Files.move(fresh, file);
    }
}
