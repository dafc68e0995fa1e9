package dev.moka.sdk.s3;

import dev.moka.sdk.progress.Progress;
import dev.moka.sdk.progress.Progress.Transfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Files and folders to S3 and back, several at a time, large ones in parts.
public final class Transfers {
    private final S3Client s3;
    private final Progress progress;
    private final TransferSettings settings;

    /// Transfers by a client, which stays open.
    public Transfers(S3Client s3, Progress progress, TransferSettings settings) {
        this.s3 = s3;
        this.progress = progress;
        this.settings = settings;
    }

    /// Puts a file under the address of an object.
    public S3Uri uploadFile(Path file, S3Uri to) throws IOException {
        long size = Files.size(file);
        try (Transfer transfer = progress.begin(file.getFileName() + " → S3", size)) {
            upload(file, size, to, transfer);
        }
        return to;
    }

    /// Puts every file below a folder under the address of a prefix, which it gives back with a
    /// slash behind.
    public S3Uri uploadFolder(Path folder, S3Uri prefix) throws IOException {
        List<Path> files = files(folder);
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        String what = "%s (%d files) → S3".formatted(folder.getFileName(), files.size());
        try (Transfer transfer = progress.begin(what, total);
                var parallel = new Parallel(settings.parallel())) {
            for (Path file : files) {
                S3Uri to = prefix.resolve(slashed(folder.relativize(file)));
                parallel.run(() -> upload(file, Files.size(file), to, transfer));
            }
            parallel.await();
        }
        return prefix.key().isEmpty() || prefix.key().endsWith("/")
                ? prefix
                : new S3Uri(prefix.bucket(), prefix.key() + "/");
    }

    /// Puts bytes under the address of an object.
    public S3Uri uploadBytes(byte[] bytes, S3Uri to, String contentType) {
        s3.putObject(
                request -> request.bucket(to.bucket()).key(to.key()).contentType(contentType),
                RequestBody.fromBytes(bytes));
        return to;
    }

    /// Fetches an object into a folder or a file, or all objects of a prefix into a folder; gives
    /// the files.
    public List<Path> download(S3Uri from, Path to) throws IOException {
        long size = from.key().isEmpty() || from.key().endsWith("/") ? -1 : size(from);
        return size >= 0 ? List.of(downloadObject(from, size, to)) : downloadPrefix(from, to);
    }

    /// Deletes objects, as far as they are there.
    public void delete(List<S3Uri> objects) {
        objects.forEach(object ->
                s3.deleteObject(request -> request.bucket(object.bucket()).key(object.key())));
    }

    private void upload(Path file, long size, S3Uri to, Transfer transfer) throws IOException {
        if (size >= settings.multipartFrom()) {
            new MultipartUpload(s3, file, to, settings, transfer).run(size);
            return;
        }
        s3.putObject(
                request -> request.bucket(to.bucket()).key(to.key()),
                RequestBody.fromContentProvider(
                        new CountedFile(file, 0, size, transfer),
                        size,
                        "application/octet-stream"));
    }

    private Path downloadObject(S3Uri from, long size, Path to) throws IOException {
        Path file = Files.isDirectory(to) ? to.resolve(from.fileName()) : to;
        try (Transfer transfer = progress.begin(from.fileName() + " ← S3", size)) {
            new ObjectDownload(s3, from, transfer).to(file);
        }
        return file;
    }

    private List<Path> downloadPrefix(S3Uri from, Path folder) throws IOException {
        List<S3Object> objects = list(from);
        if (objects.isEmpty()) {
            throw new IOException("there is nothing at %s".formatted(from));
        }
        long total = objects.stream().mapToLong(S3Object::size).sum();
        String what = "%s (%d objects) ← S3".formatted(from.fileName(), objects.size());
        List<Path> files = new ArrayList<>();
        try (Transfer transfer = progress.begin(what, total);
                var parallel = new Parallel(settings.parallel())) {
            for (S3Object object : objects) {
                S3Uri uri = new S3Uri(from.bucket(), object.key());
                Path file = inside(folder, object.key().substring(directory(from).length()));
                files.add(file);
                parallel.run(() -> new ObjectDownload(s3, uri, transfer).to(file));
            }
            parallel.await();
        }
        return files;
    }

    private List<S3Object> list(S3Uri from) {
        return s3
                .listObjectsV2Paginator(
                        request -> request.bucket(from.bucket()).prefix(directory(from)))
                .contents()
                .stream()
                .filter(object -> !object.key().endsWith("/"))
                .toList();
    }

    private static String directory(S3Uri prefix) {
        String key = prefix.key();
        return key.isEmpty() || key.endsWith("/") ? key : key + "/";
    }

    /// A key may say anything; what it says must not lead out of the folder.
    private static Path inside(Path folder, String name) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Path file = root.resolve(name.replaceFirst("^/+", "")).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IOException("the key '%s' leads out of %s".formatted(name, folder));
        }
        return folder.resolve(root.relativize(file).toString());
    }

    private long size(S3Uri object) {
        try {
            return s3.headObject(
                            HeadObjectRequest.builder()
                                    .bucket(object.bucket())
                                    .key(object.key())
                                    .build())
                    .contentLength();
        } catch (NoSuchKeyException e) {
            return -1;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String slashed(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }
}
