package dev.moka.sdk.s3;

/// How transfers are cut up.
///
/// @param parallel how many objects or parts move at once
/// @param multipartFrom from how many bytes on a file goes in parts
/// @param partSize how many bytes a part has; S3 wants 5 MiB or more, and 10,000 parts at most
public record TransferSettings(int parallel, long multipartFrom, long partSize) {
    private static final long MIB = 1 << 20;
    private static final int MOST_PARTS = 10_000;

    public TransferSettings {
        if (parallel < 1 || partSize < 5 * MIB || multipartFrom < partSize) {
            throw new IllegalArgumentException(
                    "parallel (%d) must be 1 or more, partSize (%d) 5 MiB or more, multipartFrom (%d) no less than that"
                            .formatted(parallel, partSize, multipartFrom));
        }
    }

    /// Eight at once; parts of 16 MiB from 64 MiB on.
    public static TransferSettings standard() {
        return new TransferSettings(8, 64 * MIB, 16 * MIB);
    }

    /// The size of the parts of a file: larger when the file would have too many.
    long partSizeFor(long size) {
        return Math.max(partSize, (size + MOST_PARTS - 1) / MOST_PARTS);
    }
}
