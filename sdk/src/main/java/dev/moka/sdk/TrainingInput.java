package dev.moka.sdk;

import dev.moka.sdk.s3.S3Uri;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One channel of a training job's data: where it lies and how it gets to the algorithm.
/// SageMaker's own defaults hold for what is not said.
///
/// @param s3Uri where it lies
/// @param s3DataType what the address names
/// @param distribution which instances get what
/// @param contentType the content type, such as `text/csv; label_size=1`, if it is said
/// @param compression how the objects are packed
/// @param recordWrapping how records are framed
/// @param inputMode how data gets to the algorithm, if the channel has a mode of its own
/// @param attributeNames which attributes of an augmented manifest to pass on, in order
/// @param shuffleSeed the seed by which the objects are shuffled before each epoch, if they are
public record TrainingInput(
        S3Uri s3Uri,
        S3DataType s3DataType,
        Distribution distribution,
        @Nullable String contentType,
        Compression compression,
        RecordWrapping recordWrapping,
        @Nullable InputMode inputMode,
        List<String> attributeNames,
        OptionalLong shuffleSeed) {

    /// What the address of an input names.
    public enum S3DataType {
        /// Every object below a prefix.
        S3_PREFIX("S3Prefix"),
        /// The objects that a manifest lists.
        MANIFEST_FILE("ManifestFile"),
        /// The objects and labels in the lines of an augmented manifest.
        AUGMENTED_MANIFEST_FILE("AugmentedManifestFile");

        private final String value;

        S3DataType(String value) {
            this.value = value;
        }

        /// The word that the API uses.
        public String value() {
            return value;
        }
    }

    /// Which instances get what.
    public enum Distribution {
        /// Every instance gets everything.
        FULLY_REPLICATED("FullyReplicated"),
        /// Every instance gets its share of the objects.
        SHARDED_BY_S3_KEY("ShardedByS3Key");

        private final String value;

        Distribution(String value) {
            this.value = value;
        }

        /// The word that the API uses.
        public String value() {
            return value;
        }
    }

    /// How the objects are packed.
    public enum Compression {
        /// Not at all.
        NONE("None"),
        /// With gzip; only for pipe mode.
        GZIP("Gzip");

        private final String value;

        Compression(String value) {
            this.value = value;
        }

        /// The word that the API uses.
        public String value() {
            return value;
        }
    }

    /// How records are framed.
    public enum RecordWrapping {
        /// As they are.
        NONE("None"),
        /// Each object becomes a RecordIO record; only for pipe mode.
        RECORD_IO("RecordIO");

        private final String value;

        RecordWrapping(String value) {
            this.value = value;
        }

        /// The word that the API uses.
        public String value() {
            return value;
        }
    }

    /// How data gets to the algorithm.
    public enum InputMode {
        /// As files, before the training begins.
        FILE("File"),
        /// As a stream.
        PIPE("Pipe"),
        /// As files that are fetched when they are read.
        FAST_FILE("FastFile");

        private final String value;

        InputMode(String value) {
            this.value = value;
        }

        /// The word that the API uses.
        public String value() {
            return value;
        }
    }

    public TrainingInput {
        attributeNames = List.copyOf(attributeNames);
        boolean augmented = s3DataType == S3DataType.AUGMENTED_MANIFEST_FILE;
        if (augmented == attributeNames.isEmpty()) {
            throw new IllegalArgumentException(
                    augmented
                            ? "an augmented manifest needs the names of its attributes"
                            : "attribute names are for augmented manifests only, not for "
                                    + s3DataType.value());
        }
        if (inputMode == InputMode.FAST_FILE && s3DataType == S3DataType.AUGMENTED_MANIFEST_FILE) {
            throw new IllegalArgumentException("fast file mode takes no augmented manifest");
        }
    }

    /// Everything below a prefix (or one object), for every instance.
    public static TrainingInput of(S3Uri s3Uri) {
        return new TrainingInput(
                s3Uri,
                S3DataType.S3_PREFIX,
                Distribution.FULLY_REPLICATED,
                null,
                Compression.NONE,
                RecordWrapping.NONE,
                null,
                List.of(),
                OptionalLong.empty());
    }

    /// The objects of an augmented manifest, with the attributes that the algorithm reads.
    public static TrainingInput ofAugmentedManifest(S3Uri manifest, String... attributeNames) {
        return new TrainingInput(
                manifest,
                S3DataType.AUGMENTED_MANIFEST_FILE,
                Distribution.FULLY_REPLICATED,
                null,
                Compression.NONE,
                RecordWrapping.NONE,
                null,
                List.of(attributeNames),
                OptionalLong.empty());
    }

    /// The same with an address that names something else.
    public TrainingInput withS3DataType(S3DataType value) {
        return new TrainingInput(
                s3Uri,
                value,
                distribution,
                contentType,
                compression,
                recordWrapping,
                inputMode,
                attributeNames,
                shuffleSeed);
    }

    /// The same with other instances that get it.
    public TrainingInput withDistribution(Distribution value) {
        return new TrainingInput(
                s3Uri,
                s3DataType,
                value,
                contentType,
                compression,
                recordWrapping,
                inputMode,
                attributeNames,
                shuffleSeed);
    }

    /// The same with a content type.
    public TrainingInput withContentType(String value) {
        return new TrainingInput(
                s3Uri,
                s3DataType,
                distribution,
                value,
                compression,
                recordWrapping,
                inputMode,
                attributeNames,
                shuffleSeed);
    }

    /// The same with objects that are packed so.
    public TrainingInput withCompression(Compression value) {
        return new TrainingInput(
                s3Uri,
                s3DataType,
                distribution,
                contentType,
                value,
                recordWrapping,
                inputMode,
                attributeNames,
                shuffleSeed);
    }

    /// The same with records that are framed so.
    public TrainingInput withRecordWrapping(RecordWrapping value) {
        return new TrainingInput(
                s3Uri,
                s3DataType,
                distribution,
                contentType,
                compression,
                value,
                inputMode,
                attributeNames,
                shuffleSeed);
    }

    /// The same with a mode of its own.
    public TrainingInput withInputMode(InputMode value) {
        return new TrainingInput(
                s3Uri,
                s3DataType,
                distribution,
                contentType,
                compression,
                recordWrapping,
                value,
                attributeNames,
                shuffleSeed);
    }

    /// The same, shuffled before each epoch by a seed.
    public TrainingInput withShuffleSeed(long seed) {
        return new TrainingInput(
                s3Uri,
                s3DataType,
                distribution,
                contentType,
                compression,
                recordWrapping,
                inputMode,
                attributeNames,
                OptionalLong.of(seed));
    }
}
