package dev.moka.formats.data;

import java.nio.ByteOrder;

/// A list of numbers that grows; the readers fill one per batch. Not safe for several threads.
public abstract sealed class ValuesBuilder permits FloatsBuilder, DoublesBuilder, IntsBuilder {
    /// The longest array that every JVM allows.
    static final int MOST = Integer.MAX_VALUE - 8;

    int size;

    /// An empty builder for numbers of `type`.
    public static ValuesBuilder of(ElementType type) {
        return switch (type) {
            case FLOAT32 -> new FloatsBuilder();
            case FLOAT64 -> new DoublesBuilder();
            case INT32 -> new IntsBuilder();
        };
    }

    /// How many numbers there are so far.
    public final int size() {
        return size;
    }

    /// What kind of numbers these are.
    public abstract ElementType type();

    /// Adds a number; a builder of narrower numbers rounds it.
    public abstract void add(double value);

    /// Adds a float, exactly.
    public abstract void add(float value);

    /// Adds an int.
    public abstract void add(int value);

    /// Adds all numbers of a list.
    public abstract void addAll(Values values);

    /// Adds all numbers of another builder.
    public abstract void addAll(ValuesBuilder more);

    /// Adds numbers of this builder's own type that lie in `bytes` in a byte order.
    public abstract void addBytes(byte[] bytes, int from, int count, ByteOrder order);

    /// Adds `count` zeros.
    public abstract void addZeros(int count);

    /// Forgets what was added after the first `length` numbers.
    public final void truncate(int length) {
        size = Math.min(size, length);
    }

    /// What was added, as a copy.
    public abstract Values build();

    /// Itself, or a builder of a wider type with the same numbers when `type` does not fit into
    /// this one.
    public final ValuesBuilder widenedFor(ElementType type) {
        ElementType common = type().common(type);
        if (common == type()) {
            return this;
        }
        ValuesBuilder wider = of(common);
        wider.addAll(build());
        return wider;
    }

    final int grown(int capacity, int more) {
        if (more > MOST - size) {
            throw new FormatException(
                    "more than %,d numbers do not fit into one array; read in batches, with next(rows)"
                            .formatted(MOST));
        }
        long wanted = Math.max((long) size + more, Math.max(16L, capacity + (capacity >> 1)));
        return (int) Math.min(MOST, wanted);
    }
}
