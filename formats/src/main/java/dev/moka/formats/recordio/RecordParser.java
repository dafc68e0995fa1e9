package dev.moka.formats.recordio;

import org.jspecify.annotations.Nullable;

/// Walks through a `Record` message and hands each part of it on.
final class RecordParser {
    /// What takes the parts of a record.
    interface Parts {
        /// A feature or label under a key; the parser is used again after this returns.
        void tensor(boolean label, String key, TensorParser tensor);

        /// A text field: 3 is the uid, 4 metadata, 5 configuration.
        void text(int field, String value);
    }

    private static final int FEATURES = 1 << 3 | Wire.BYTES;
    private static final int LABEL = 2 << 3 | Wire.BYTES;
    private final Wire wire = new Wire();
    private final TensorParser tensor = new TensorParser();

    Wire wire() {
        return wire;
    }

    void parse(FrameReader frames, Parts parts) {
        wire.begin(frames);
        while (wire.more()) {
            int tag = wire.tag();
            switch (tag) {
                case FEATURES, LABEL -> entry(tag == LABEL, parts);
                case 3 << 3 | Wire.BYTES, 4 << 3 | Wire.BYTES, 5 << 3 | Wire.BYTES ->
                        parts.text(tag >>> 3, wire.string());
                default -> wire.skip(tag);
            }
        }
    }

    /// One entry of a map: a key and a value, in any order.
    private void entry(boolean label, Parts parts) {
        int outer = wire.enter(wire.length());
        @Nullable String key = null;
        int value = -1;
        int length = 0;
        while (wire.more()) {
            int tag = wire.tag();
            switch (tag) {
                case 1 << 3 | Wire.BYTES -> key = key();
                case 2 << 3 | Wire.BYTES -> {
                    length = wire.length();
                    value = wire.at();
                    wire.move(value + length);
                }
                default -> wire.skip(tag);
            }
        }
        if (value >= 0) {
            wire.move(value);
            int entryEnd = wire.enter(length);
            tensor.parse(wire);
            wire.leave(entryEnd);
            parts.tensor(label, key == null ? "" : key, tensor);
        }
        wire.leave(outer);
    }

    /// The key; the usual one without making a string.
    private String key() {
        byte[] bytes = wire.bytes();
        int at = wire.at();
        boolean usual =
                wire.end() - at > 6
                        && bytes[at] == 6
                        && bytes[at + 1] == 'v'
                        && bytes[at + 2] == 'a'
                        && bytes[at + 3] == 'l'
                        && bytes[at + 4] == 'u'
                        && bytes[at + 5] == 'e'
                        && bytes[at + 6] == 's';
        if (usual) {
            wire.move(at + 7);
            return ProtobufRecord.VALUES;
        }
        return wire.string();
    }
}
