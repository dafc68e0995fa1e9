package dev.moka.sdk;

import dev.moka.sdk.s3.S3Uri;

/// Rows in S3 as RecordIO-protobuf shards, named by a manifest: what the classic algorithms train
/// on.
///
/// @param manifest the address of the manifest
/// @param records how many rows there are
/// @param featureDimension how many features a row has
/// @param shards how many objects the rows are in
public record RecordSet(S3Uri manifest, long records, int featureDimension, int shards) {
    /// The content type of the shards.
    public static final String CONTENT_TYPE = "application/x-recordio-protobuf";

    /// The rows as the input of a training job; each instance gets shards of its own.
    public TrainingInput trainingInput() {
        return TrainingInput.of(manifest)
                .withS3DataType(TrainingInput.S3DataType.MANIFEST_FILE)
                .withDistribution(TrainingInput.Distribution.SHARDED_BY_S3_KEY)
                .withContentType(CONTENT_TYPE);
    }
}
