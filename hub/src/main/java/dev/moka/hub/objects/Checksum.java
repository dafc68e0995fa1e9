package dev.moka.hub.objects;

/// A value by which the content of an object can be checked.
///
/// @param value in Base64; a composite one of several parts ends in `-` and their number
public record Checksum(ChecksumAlgorithm algorithm, String value, Type type) {

    /// What the value is of: the content, or the values of its parts.
    public enum Type {
        FULL_OBJECT,
        COMPOSITE
    }

    public static Checksum ofWhole(ChecksumAlgorithm algorithm, String value) {
        return new Checksum(algorithm, value, Type.FULL_OBJECT);
    }
}
