package dev.moka.formats.recordio;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The records of a RecordIO-protobuf stream, whole, one after the other; for records with more
/// than rows of numbers, such as pictures and the replies of hosted algorithms. [RecordIoReader] is
/// the fast way to matrices.
public final class RecordIoStream implements Closeable {
    private final FrameReader frames;
    private final RecordParser parser = new RecordParser();

    /// The records of `in`; `source` is its name in messages.
    public RecordIoStream(InputStream in, String source) {
        frames = new FrameReader(in, source);
    }

    /// The next record; empty after the last.
    public Optional<ProtobufRecord> next() throws IOException {
        if (!frames.next()) {
            return Optional.empty();
        }
        var parts = new Parts();
        parser.parse(frames, parts);
        return Optional.of(
                new ProtobufRecord(
                        parts.features,
                        parts.labels,
                        parts.texts[3],
                        parts.texts[4],
                        parts.texts[5]));
    }

    /// All records that are left.
    public List<ProtobufRecord> readAll() throws IOException {
        List<ProtobufRecord> all = new ArrayList<>();
        for (var record = next(); record.isPresent(); record = next()) {
            all.add(record.get());
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }

    private static final class Parts implements RecordParser.Parts {
        private final SequencedMap<String, Tensor> features = new LinkedHashMap<>();
        private final SequencedMap<String, Tensor> labels = new LinkedHashMap<>();
        private final @Nullable String[] texts = new @Nullable String[6];

        @Override
        public void tensor(boolean label, String key, TensorParser tensor) {
            (label ? labels : features).put(key, tensor.tensor());
        }

        @Override
        public void text(int field, String value) {
            texts[field] = value;
        }
    }
}
