package dev.moka.hub.training;

import dev.moka.hub.account.AccountId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/// Objects in S3 as jobs of an account read and write them. What can't be had is a
/// [JobDataException] in the reader's words.
public interface JobStorage {

    /// All objects whose key begins so, by key.
    List<S3Object> list(AccountId account, S3Uri prefix);

    /// Puts an object into a file that is not there yet, without copying where the disk can.
    void fetch(AccountId account, S3Uri object, Path file) throws IOException;

    void store(AccountId account, S3Uri object, InputStream content, long size) throws IOException;

    /// Refuses a place that the account may not write to.
    void requireWritable(AccountId account, S3Uri prefix);

    /// An object's key and size.
    record S3Object(String key, long size) {}
}
