package dev.moka.hub.s3;

import dev.moka.hub.objects.StoreError;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads and writes tags, in XML and in the header of an upload.
final class Tags {
    static final int MOST_OF_OBJECT = 10;
    static final int MOST_OF_BUCKET = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    private Tags() {}

    /// @param tagSet an element with `Tag` children
    static Map<String, String> of(Element tagSet, int most) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Element tag : tagSet.all("Tag")) {
            put(tags, tag.require("Key"), tag.require("Value"));
        }
        return limited(tags, most);
    }

    /// Of `x-amz-tagging`: `key=value&key=value`.
    static Map<String, String> of(String header) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String pair : header.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String key = equals < 0 ? pair : pair.substring(0, equals);
                put(tags, decode(key), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return limited(tags, MOST_OF_OBJECT);
    }

    static byte[] xml(Map<String, String> tags) {
        return Xml.of(
                "Tagging",
                xml ->
                        xml.open(
                                "TagSet",
                                set ->
                                        new TreeMap<>(tags)
                                                .forEach((key, value) ->
                                                        set.open(
                                                                "Tag",
                                                                tag ->
                                                                        tag.add("Key", key)
                                                                                .add(
                                                                                        "Value",
                                                                                        value)))));
    }

    private static void put(Map<String, String> tags, String key, String value) {
        if (key.isEmpty() || key.length() > LONGEST_KEY || !FORM.matcher(key).matches()) {
            throw StoreError.INVALID_TAG.exception("The TagKey you have provided is invalid");
        }
        if (value.length() > LONGEST_VALUE || !FORM.matcher(value).matches()) {
            throw StoreError.INVALID_TAG.exception("The TagValue you have provided is invalid");
        }
        if (key.startsWith("aws:")) {
            throw StoreError.INVALID_TAG.exception(
                    "System tags cannot be added/updated by requester");
        }
        if (tags.put(key, value) != null) {
            throw StoreError.INVALID_TAG.exception(
                    "Cannot provide multiple Tags with the same key");
        }
    }

    private static Map<String, String> limited(Map<String, String> tags, int most) {
        if (tags.size() > most) {
            throw S3Errors.error(
                    400,
                    "BadRequest",
                    (most == MOST_OF_OBJECT ? "Object" : "Bucket")
                            + " tags cannot be greater than "
                            + most);
        }
        return tags;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Errors.invalidArgument("The header 'x-amz-tagging' shall be encoded as UTF-8");
        }
    }
}
