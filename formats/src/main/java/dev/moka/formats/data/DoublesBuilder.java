package dev.moka.formats.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A growing list of float64 numbers.
final class DoublesBuilder extends ValuesBuilder {
    private double[] array = new double[16];

    @Override
    public ElementType type() {
        return ElementType.FLOAT64;
    }

    @Override
    public void add(double value) {
        room(1);
        array[size++] = value;
    }

    @Override
    public void add(float value) {
        room(1);
        array[size++] = value;
    }

    @Override
    public void add(int value) {
        room(1);
        array[size++] = value;
    }

    @Override
    public void addAll(Values values) {
        double[] more = values.doubles();
        room(more.length);
        System.arraycopy(more, 0, array, size, more.length);
        size += more.length;
    }

    @Override
    public void addAll(ValuesBuilder more) {
        if (more instanceof DoublesBuilder same) {
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
        var layout = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order);
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
        return new Values.Doubles(Arrays.copyOf(array, size));
    }

    private void room(int more) {
        if (more > array.length - size) {
            array = Arrays.copyOf(array, grown(array.length, more));
        }
    }
}
