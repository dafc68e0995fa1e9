/// Readers and writers of the data files that SageMaker algorithms take: RecordIO-protobuf, LibSVM,
/// CSV, JSON Lines, Parquet, NDArray.
@NullMarked
package dev.moka.formats;

import org.jspecify.annotations.NullMarked;
