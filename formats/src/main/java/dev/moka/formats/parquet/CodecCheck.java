package dev.moka.formats.parquet;

import dev.hardwood.metadata.CompressionCodec;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;

/// A look at whether the library that a compression needs is there, so that the answer can say
/// which one to add.
final class CodecCheck {
    private CodecCheck() {}

    static void check(CompressionCodec codec, String source) {
        switch (codec) {
            case ZSTD ->
                    need("com.github.luben.zstd.Zstd", "com.github.luben:zstd-jni", codec, source);
            case BROTLI ->
                    need(
                            "com.aayushatharva.brotli4j.Brotli4jLoader",
                            "com.aayushatharva.brotli4j:brotli4j",
                            codec,
                            source);
            case LZ4, LZ4_RAW ->
                    need("net.jpountz.lz4.LZ4Factory", "at.yawk.lz4:lz4-java", codec, source);
            default -> {
                // Snappy comes with this module, gzip with Java.
            }
        }
    }

    private static void need(
            String type, String coordinate, CompressionCodec codec, String source) {
        try {
            Class.forName(type, false, CodecCheck.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new FormatException(
                    Place.of(source),
                    "is compressed with %s; add %s to read it, or write it with snappy or gzip"
                            .formatted(codec, coordinate),
                    e);
        }
    }
}
