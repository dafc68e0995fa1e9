package dev.moka.lab.assets;

import dev.moka.lab.media.MediaTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.SoftReference;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/// Finds files under a folder of assets and compresses each once.
public final class AssetFiles {
    private static final Pattern HASHED = Pattern.compile("(.*\\.)?[0-9a-f]{16,}\\.[a-z0-9]+");
    private static final int WORTH_COMPRESSING = 1024;

    private record Compressed(String tag, SoftReference<byte[]> bytes) {}

    private final MediaTypes mediaTypes;
    private final Map<Path, Compressed> compressed = new ConcurrentHashMap<>();

    AssetFiles(MediaTypes mediaTypes) {
        this.mediaTypes = mediaTypes;
    }

    /// The file of this relative path; none when it is not there or the path is no plain path.
    public Optional<Asset> find(Path folder, String relative) throws IOException {
        Path path = folder;
        for (String name : relative.split("/", -1)) {
            if (name.isEmpty() || name.startsWith(".") || name.indexOf('\0') >= 0) {
                return Optional.empty();
            }
            path = path.resolve(name);
        }
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
        String name = path.getFileName().toString();
        return Optional.of(
                new Asset(
                        path,
                        is.size(),
                        "\"%x-%x\"".formatted(is.size(), version(path, is)),
                        mediaTypes.of(name).orElse("application/octet-stream"),
                        HASHED.matcher(name).matches()));
    }

    /// Files in a reproducible jar all have the same time; their content tells versions apart.
    private static long version(Path path, BasicFileAttributes is) throws IOException {
        if (path.getFileSystem().equals(FileSystems.getDefault())) {
            return is.lastModifiedTime().toMillis();
        }
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(path));
        return sum.getValue();
    }

    /// The file's bytes in gzip, or none when compressing does not pay.
    public Optional<byte[]> gzip(Asset asset) throws IOException {
        if (asset.size() < WORTH_COMPRESSING || !isCompressible(asset.type())) {
            return Optional.empty();
        }
        Path beside = asset.path().resolveSibling(asset.path().getFileName() + ".gz");
        if (Files.isRegularFile(beside)) {
            return Optional.of(Files.readAllBytes(beside));
        }
        Compressed known = compressed.get(asset.path());
        byte[] bytes = known == null ? null : known.bytes().get();
        if (known == null || bytes == null || !known.tag().equals(asset.tag())) {
            bytes = compress(Files.readAllBytes(asset.path()));
            compressed.put(asset.path(), new Compressed(asset.tag(), new SoftReference<>(bytes)));
        }
        return Optional.of(bytes);
    }

    private static boolean isCompressible(String type) {
        return MediaTypes.isText(type)
                || type.startsWith("font/ttf")
                || type.equals("application/vnd.ms-fontobject")
                || type.equals("application/wasm");
    }

    private static byte[] compress(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
