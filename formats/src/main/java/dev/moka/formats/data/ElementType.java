package dev.moka.formats.data;

/// The kind of number that a file or an array holds.
public enum ElementType {
    FLOAT32("float32", 4),
    FLOAT64("float64", 8),
    INT32("int32", 4);

    private final String label;
    private final int bytes;

    ElementType(String label, int bytes) {
        this.label = label;
        this.bytes = bytes;
    }

    /// The name that NumPy and the AWS documentation use, such as `float32`.
    public String label() {
        return label;
    }

    /// How many bytes one number takes.
    public int bytes() {
        return bytes;
    }

    /// The type that holds both this type's numbers and the other's without loss.
    public ElementType common(ElementType other) {
        return this == other ? this : FLOAT64;
    }
}
