package dev.moka.lab.journal;

/// How much of what a kernel says is kept on disk.
///
/// @param segmentBytes the size of one file of the log
/// @param totalBytes the size at which the oldest files are deleted
public record LogLimits(long segmentBytes, long totalBytes) {
    /// 8 MiB a file, 128 MiB in all.
    public static final LogLimits DEFAULT = new LogLimits(8L << 20, 128L << 20);

    public LogLimits {
        if (segmentBytes < 1024 || totalBytes < 2 * segmentBytes) {
            throw new IllegalArgumentException(
                    "a log of %d bytes in files of %d; at least two files of 1024 are needed"
                            .formatted(totalBytes, segmentBytes));
        }
    }
}
