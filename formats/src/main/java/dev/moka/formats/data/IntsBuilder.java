package dev.moka.formats.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A growing list of int32 numbers.
final class IntsBuilder extends ValuesBuilder {
    private int[] array = new int[16];

    @Override
    public ElementType type() {
        return ElementType.INT32;
    }

    @Override
    public void add(double value) {
        room(1);
        array[size++] = exact(value);
    }

    @Override
    public void add(float value) {
        room(1);
        array[size++] = exact(value);
    }

    @Override
    public void add(int value) {
        room(1);
        array[size++] = value;
    }

    @Override
    public void addAll(Values values) {
        int[] more = ((Values.Ints) values.as(ElementType.INT32)).ints();
        room(more.length);
        System.arraycopy(more, 0, array, size, more.length);
        size += more.length;
    }

    @Override
    public void addAll(ValuesBuilder more) {
        if (more instanceof IntsBuilder same) {
            room(same.size);
            System.arraycopy(same.array, 0, array, size, same.size);
            size += same.size;
        } else {
            addAll(more.build());
        }
    }

    @Override
    public void addBytes(byte[] bytes, int from, int count, ByteOrder order) {
        room(count);
        var layout = ValueLayout.JAVA_INT_UNALIGNED.withOrder(order);
        MemorySegment.copy(MemorySegment.ofArray(bytes), layout, from, array, size, count);
        size += count;
    }

    @Override
    public void addZeros(int count) {
        room(count);
        Arrays.fill(array, size, size + count, 0);
        size += count;
    }

    @Override
    public Values build() {
        return new Values.Ints(Arrays.copyOf(array, size));
    }

    private static int exact(double value) {
        if (value != (int) value) {
            throw new FormatException(value + " is not a 32-bit integer");
        }
        return (int) value;
    }

    private void room(int more) {
        if (more > array.length - size) {
            array = Arrays.copyOf(array, grown(array.length, more));
        }
    }
}
