package dev.moka.sdk.s3;

import dev.moka.sdk.progress.Progress.Transfer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// A large file on its way to S3 in parts; when one fails, nothing is left behind.
final class MultipartUpload {
    private final S3Client s3;
    private final Path file;
    private final S3Uri to;
    private final TransferSettings settings;
    private final Transfer transfer;

    MultipartUpload(
            S3Client s3, Path file, S3Uri to, TransferSettings settings, Transfer transfer) {
        this.s3 = s3;
        this.file = file;
        this.to = to;
        this.settings = settings;
        this.transfer = transfer;
    }

    void run(long size) throws IOException {
        String id =
                s3.createMultipartUpload(request -> request.bucket(to.bucket()).key(to.key()))
                        .uploadId();
        boolean done = false;
        try {
            List<CompletedPart> parts = parts(id, size);
            s3.completeMultipartUpload(request ->
                    request.bucket(to.bucket())
                            .key(to.key())
                            .uploadId(id)
                            .multipartUpload(upload -> upload.parts(parts)));
            done = true;
        } finally {
            if (!done) {
                s3.abortMultipartUpload(
                        request -> request.bucket(to.bucket()).key(to.key()).uploadId(id));
            }
        }
    }

    private List<CompletedPart> parts(String id, long size) throws IOException {
        long partSize = settings.partSizeFor(size);
        int count = (int) ((size + partSize - 1) / partSize);
        var parts = new AtomicReferenceArray<CompletedPart>(count);
        try (var parallel = new Parallel(settings.parallel())) {
            for (int index = 0; index < count; index++) {
                int number = index + 1;
                long from = index * partSize;
                long length = Math.min(partSize, size - from);
                parallel.run(() -> parts.set(number - 1, part(id, number, from, length)));
            }
            parallel.await();
        }
        return IntStream.range(0, count).mapToObj(parts::get).toList();
    }

    private CompletedPart part(String id, int number, long from, long length) {
        UploadPartResponse answer =
                s3.uploadPart(
                        request ->
                                request.bucket(to.bucket())
                                        .key(to.key())
                                        .uploadId(id)
                                        .partNumber(number),
                        RequestBody.fromContentProvider(
                                new CountedFile(file, from, length, transfer),
                                length,
                                "application/octet-stream"));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(answer.eTag())
                .checksumCRC32(answer.checksumCRC32())
                .build();
    }
}
