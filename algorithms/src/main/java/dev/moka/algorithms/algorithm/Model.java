package dev.moka.algorithms.algorithm;

import dev.moka.formats.data.Dataset;

/// A loaded model. Many threads may ask it at once.
public interface Model extends AutoCloseable {
    /// Answers each row.
    ///
    /// @param format what the rows came as, for messages: `csv`, `libsvm`, `recordio-protobuf`
    /// @throws JobError.Client when the rows do not fit the model
    Predictions predict(Dataset rows, String format);

    @Override
    void close();
}
