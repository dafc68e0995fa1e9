package dev.moka.lab.contents;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What both kinds of folder promise.
class FolderTest {
    enum Kind {
        SECURE,
        PLAIN
    }

    @TempDir Path path;

    private Folder open(Kind kind) throws IOException {
        Folder folder = Folder.open(path);
        if (kind == Kind.SECURE) {
            return folder;
        }
        folder.close();
        return new PlainFolder(path);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsInItIsListedReadMovedAndDeleted(Kind kind) throws IOException {
        Files.writeString(path.resolve("a.txt"), "x");
        Files.createDirectories(path.resolve("d"));
        try (Folder folder = open(kind);
                Folder below = folder.folder("d")) {
            assertThat(folder.names()).containsExactlyInAnyOrder("a.txt", "d");
            assertThat(folder.names()).as("asked again").hasSize(2);
            assertThat(folder.attributes("a.txt").size()).isEqualTo(1);
            folder.permissions("a.txt", PosixFilePermissions.fromString("rwx------"));
            assertThat(PosixFilePermissions.toString(folder.permissions("a.txt")))
                    .isEqualTo("rwx------");
            folder.move("a.txt", below, "b.txt");
            assertThat(below.names()).containsExactly("b.txt");
            below.deleteFile("b.txt");
            folder.deleteFolder("d");
            assertThat(folder.names()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLinkIsALink(Kind kind) throws IOException {
        Path outside = Files.createTempDirectory("outside");
        Files.writeString(outside.resolve("secret"), "x");
        Files.createSymbolicLink(path.resolve("folder"), outside);
        Files.createSymbolicLink(path.resolve("file"), outside.resolve("secret"));
        Files.createSymbolicLink(path.resolve("new"), outside.resolve("new"));
        try (Folder folder = open(kind)) {
            assertThat(folder.attributes("file").isSymbolicLink()).isTrue();
            assertThatThrownBy(() -> folder.file("file", Set.of(READ)))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> folder.file("new", Set.of(CREATE_NEW, WRITE)))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> folder.folder("folder")).isInstanceOf(IOException.class);
            folder.deleteFile("file");
        }
        assertThat(outside.resolve("secret")).exists();
        assertThat(outside.resolve("new")).doesNotExist();
        Files.delete(outside.resolve("secret"));
        Files.delete(outside);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotThereIsToldApart(Kind kind) throws IOException {
        try (Folder folder = open(kind)) {
            assertThatThrownBy(() -> folder.attributes("no"))
                    .isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> folder.folder("no")).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> folder.file("no", Set.of(READ)))
                    .isInstanceOf(NoSuchFileException.class);
        }
    }
}
