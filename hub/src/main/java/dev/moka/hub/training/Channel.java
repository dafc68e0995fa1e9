package dev.moka.hub.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One named input of a training job.
///
/// @param attributeNames what of an augmented manifest is used, in order
/// @param contentType the MIME type, if the request named one
public record Channel(
        String name,
        S3DataType dataType,
        S3Uri uri,
        Distribution distribution,
        List<String> attributeNames,
        @Nullable String contentType,
        Compression compression,
        RecordWrapper recordWrapper,
        InputMode inputMode) {

    /// What the URI of a channel means.
    public enum S3DataType {
        /// Everything whose key begins so.
        S3Prefix,
        /// A JSON file with a prefix and keys below it.
        ManifestFile,
        /// A file with a JSON object on each line, some of whose values are URIs.
        AugmentedManifestFile
    }

    /// What each instance gets of a channel.
    public enum Distribution {
        FullyReplicated,
        ShardedByS3Key
    }

    /// How files are compressed in S3; the program gets them plain.
    public enum Compression {
        None,
        Gzip
    }

    /// Whether each file becomes a record.
    public enum RecordWrapper {
        None,
        RecordIO
    }

    /// How the program reads; everything is there before it starts.
    public enum InputMode {
        File,
        FastFile,
        Pipe
    }

    public Channel {
        attributeNames = List.copyOf(attributeNames);
    }

    /// Everything below a prefix, for every instance.
    public static Channel of(String name, S3Uri uri, @Nullable String contentType) {
        return new Channel(
                name,
                S3DataType.S3Prefix,
                uri,
                Distribution.FullyReplicated,
                List.of(),
                contentType,
                Compression.None,
                RecordWrapper.None,
                InputMode.File);
    }
}
