package dev.moka.hub.objects;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The files with the bytes of objects, in 256 folders, under random names that say nothing of
/// their keys. A file belongs to an object once a row says so; until then it is in
/// [#isBeingWritten].
final class BlobFiles {
    private static final int FOLDERS = 256;
    private static final int ID_BYTES = 16;
    private static final long LARGE = 1024 * 1024;

    private final Path folder;
    private final RandomGenerator random;
    private final ThreadFactory threads;
    private final Set<String> beingWritten = ConcurrentHashMap.newKeySet();

    /// @param random unguessable
    /// @param threads take digests
    BlobFiles(Path folder, RandomGenerator random, ThreadFactory threads) throws IOException {
        this.folder = folder;
        this.random = random;
        this.threads = threads;
        for (Path fan : fans()) {
            Files.createDirectories(fan);
        }
        sync(folder);
    }

    /// Keeps a content until a hub starts that finds nobody who needs it. When this returns, it is
    /// on the disk; when this throws, there is no file.
    NewBlob write(InputStream content, ContentPlan plan) throws IOException {
        plan.requireFit();
        requireRoom(plan.length());
        String id = newId();
        Path file = file(id);
        beingWritten.add(id);
        try {
            NewBlob blob;
            try (FileChannel channel =
                    FileChannel.open(
                            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                blob = new BlobWriter(plan, threads).write(id, content, channel);
            }
            sync(fan(id));
            return blob;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            beingWritten.remove(id);
            if (isFull(e)) {
                throw StoreError.NO_SPACE.exception();
            }
            throw e;
        }
    }

    /// Says that what becomes of a blob is decided.
    void settled(String id) {
        beingWritten.remove(id);
    }

    boolean isBeingWritten(String id) {
        return beingWritten.contains(id);
    }

    FileChannel open(String id) throws IOException {
        return FileChannel.open(file(id), StandardOpenOption.READ);
    }

    /// Where a blob's bytes lie, for those who may link to it.
    Path file(String id) {
        return fan(id).resolve(id);
    }

    private Path fan(String id) {
        return folder.resolve(id.substring(0, 2));
    }

    void delete(String id) throws IOException {
        Files.deleteIfExists(file(id));
    }

    List<Path> fans() {
        return IntStream.range(0, FOLDERS)
                .mapToObj(n -> folder.resolve("%02x".formatted(n)))
                .toList();
    }

    /// The ids of the blobs in one of the folders.
    List<String> ids(Path fan) throws IOException {
        try (Stream<Path> files = Files.list(fan)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void requireRoom(long length) {
        if (length > LARGE && length > folder.toFile().getUsableSpace()) {
            throw StoreError.NO_SPACE.exception();
        }
    }

    /// A new name in a folder survives a power loss only once the folder is synced.
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static boolean isFull(Exception e) {
        String message = e instanceof IOException ? String.valueOf(e.getMessage()) : "";
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("no space left") || lower.contains("quota exceeded");
    }
}
