package dev.moka.formats.data;

import java.util.Arrays;

/// A list of numbers of one type, over a primitive array. The array is not copied: whoever hands it
/// over gives it away.
public sealed interface Values {

    /// How many numbers there are.
    int size();

    /// The number at `index`, widened.
    double get(int index);

    /// What kind of numbers these are.
    ElementType type();

    /// The numbers from `from` to before `to`, as a copy.
    Values slice(int from, int to);

    /// The numbers as floats; not a copy when they are floats already.
    float[] floats();

    /// The numbers as doubles; not a copy when they are doubles already.
    double[] doubles();

    /// The same numbers as `type`; itself when they are of that type.
    default Values as(ElementType type) {
        if (type == type()) {
            return this;
        }
        return switch (type) {
            case FLOAT32 -> new Floats(floats());
            case FLOAT64 -> new Doubles(doubles());
            case INT32 -> {
                int[] ints = new int[size()];
                Arrays.setAll(ints, index -> exactInt(get(index)));
                yield new Ints(ints);
            }
        };
    }

    private static int exactInt(double value) {
        if (value != (int) value) {
            throw new FormatException(value + " is not a 32-bit integer");
        }
        return (int) value;
    }

    /// Float32 numbers.
    static Values of(float... values) {
        return new Floats(values);
    }

    /// Float64 numbers.
    static Values of(double... values) {
        return new Doubles(values);
    }

    /// Int32 numbers.
    static Values of(int... values) {
        return new Ints(values);
    }

    /// No numbers, of a type.
    static Values none(ElementType type) {
        return switch (type) {
            case FLOAT32 -> new Floats(new float[0]);
            case FLOAT64 -> new Doubles(new double[0]);
            case INT32 -> new Ints(new int[0]);
        };
    }

    /// Float32 numbers.
    record Floats(float[] floats) implements Values {
        @Override
        public int size() {
            return floats.length;
        }

        @Override
        public double get(int index) {
            return floats[index];
        }

        @Override
        public ElementType type() {
            return ElementType.FLOAT32;
        }

        @Override
        public Values slice(int from, int to) {
            return new Floats(Arrays.copyOfRange(floats, from, to));
        }

        @Override
        public double[] doubles() {
            double[] wide = new double[floats.length];
            Arrays.setAll(wide, index -> floats[index]);
            return wide;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Floats(var others) && Arrays.equals(floats, others);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(floats);
        }

        @Override
        public String toString() {
            return Preview.of(this);
        }
    }

    /// Float64 numbers.
    record Doubles(double[] doubles) implements Values {
        @Override
        public int size() {
            return doubles.length;
        }

        @Override
        public double get(int index) {
            return doubles[index];
        }

        @Override
        public ElementType type() {
            return ElementType.FLOAT64;
        }

        @Override
        public Values slice(int from, int to) {
            return new Doubles(Arrays.copyOfRange(doubles, from, to));
        }

        @Override
        public float[] floats() {
            float[] narrow = new float[doubles.length];
            for (int index = 0; index < narrow.length; index++) {
                narrow[index] = (float) doubles[index];
            }
            return narrow;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Doubles(var others) && Arrays.equals(doubles, others);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(doubles);
        }

        @Override
        public String toString() {
            return Preview.of(this);
        }
    }

    /// Int32 numbers.
    record Ints(int[] ints) implements Values {
        @Override
        public int size() {
            return ints.length;
        }

        @Override
        public double get(int index) {
            return ints[index];
        }

        @Override
        public ElementType type() {
            return ElementType.INT32;
        }

        @Override
        public Values slice(int from, int to) {
            return new Ints(Arrays.copyOfRange(ints, from, to));
        }

        @Override
        public float[] floats() {
            float[] narrow = new float[ints.length];
            for (int index = 0; index < narrow.length; index++) {
                narrow[index] = ints[index];
            }
            return narrow;
        }

        @Override
        public double[] doubles() {
            double[] wide = new double[ints.length];
            Arrays.setAll(wide, index -> ints[index]);
            return wide;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Ints(var others) && Arrays.equals(ints, others);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ints);
        }

        @Override
        public String toString() {
            return Preview.of(this);
        }
    }
}
