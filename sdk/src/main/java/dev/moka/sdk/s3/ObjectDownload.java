package dev.moka.sdk.s3;

import dev.moka.sdk.progress.Progress.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import software.amazon.awssdk.services.s3.S3Client;

/// An object on its way into a file, which is there only once it is whole.
final class ObjectDownload {
    private static final int BUFFER = 1 << 17;
    private final S3Client s3;
    private final S3Uri from;
    private final Transfer transfer;

    ObjectDownload(S3Client s3, S3Uri from, Transfer transfer) {
        this.s3 = s3;
        this.from = from;
        this.transfer = transfer;
    }

    void to(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("'%s' is no file".formatted(file));
        }
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(".%s.download".formatted(UUID.randomUUID()));
        try {
            fetch(unfinished);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void fetch(Path file) throws IOException {
        try (InputStream in =
                        s3.getObject(request -> request.bucket(from.bucket()).key(from.key()));
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
                transfer.moved(count);
            }
        }
    }
}
