package dev.moka.packages;

/// Hears how a resolution goes on. Calls may come from several threads, one at a time.
public interface Progress {
    /// Hears nothing.
    Progress NONE = new Progress() {};

    /// All dependencies are known.
    ///
    /// @param artifacts how many there are
    /// @param missing how many of them must be downloaded
    default void collected(int artifacts, int missing) {}

    /// Bytes of one file came in.
    ///
    /// @param file its name
    /// @param size of the file in bytes, or -1 when it is not known
    default void transferred(String file, long bytes, long size) {}

    /// One artifact is complete.
    ///
    /// @param number 1 to `missing`
    default void downloaded(String file, int number, int missing, long bytes) {}
}
