/// RecordIO-protobuf, the binary format of SageMaker's own algorithms.
@NullMarked
package dev.moka.formats.recordio;

import org.jspecify.annotations.NullMarked;
