package dev.moka.formats.recordio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One record of a RecordIO-protobuf file, whole: AWS's `aialgs.data.Record`.
///
/// @param features the features by key; algorithms use the key `values`
/// @param labels the labels by key; likewise
/// @param uid an identifier, if it has one
/// @param metadata text about the record, if any
/// @param configuration JSON for the algorithm, if any
public record ProtobufRecord(
        SequencedMap<String, Tensor> features,
        SequencedMap<String, Tensor> labels,
        @Nullable String uid,
        @Nullable String metadata,
        @Nullable String configuration) {
    /// The key under which SageMaker's algorithms look.
    public static final String VALUES = "values";

    public ProtobufRecord {
        features = new LinkedHashMap<>(features);
        labels = new LinkedHashMap<>(labels);
    }

    /// A record with features only.
    public static ProtobufRecord of(Tensor features) {
        return new ProtobufRecord(one(features), new LinkedHashMap<>(), null, null, null);
    }

    /// A record with features and a label.
    public static ProtobufRecord of(Tensor features, Tensor label) {
        return new ProtobufRecord(one(features), one(label), null, null, null);
    }

    /// What stands under `key` in the features.
    public Optional<Tensor> feature(String key) {
        return Optional.ofNullable(features.get(key));
    }

    /// What stands under `key` in the labels; replies of hosted algorithms have keys such as
    /// `score`.
    public Optional<Tensor> label(String key) {
        return Optional.ofNullable(labels.get(key));
    }

    private static SequencedMap<String, Tensor> one(Tensor tensor) {
        return new LinkedHashMap<>(Map.of(VALUES, tensor));
    }
}
