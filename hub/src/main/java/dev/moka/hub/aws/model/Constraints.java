package dev.moka.hub.aws.model;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The constraints of a plain value and which of them are broken, each in AWS's words.
final class Constraints {
    /// Java's matcher recurses on repeated groups; AWS has no pattern for longer texts than this
    /// that could fail.
    private static final int LONGEST_MATCHED = 4_096;

    private Constraints() {}

    static List<String> broken(Shape shape, JsonNode value, boolean anyWord) {
        return switch (shape.type()) {
            case STRING -> brokenText(shape, value.asString(), anyWord);
            case BLOB -> brokenLength(shape, Base64.getDecoder().decode(value.asString()).length);
            case INTEGER, LONG, FLOAT, DOUBLE -> brokenNumber(shape, value.asDouble());
            default -> List.of();
        };
    }

    static boolean isBroken(Shape shape, String text) {
        return !brokenText(shape, text, false).isEmpty();
    }

    static List<String> brokenLength(Shape shape, int length) {
        List<String> broken = new ArrayList<>();
        if (shape.max() != null && length > shape.max()) {
            broken.add(greatestLength(shape.max()));
        }
        if (shape.min() != null && length < shape.min()) {
            broken.add(leastLength(shape.min()));
        }
        return broken;
    }

    /// Every constraint of a shape, as AWS lists them for the elements of a list.
    static List<String> all(Shape shape) {
        List<String> all = new ArrayList<>();
        boolean number = shape.type() != Shape.Type.STRING && shape.type() != Shape.Type.BLOB;
        if (shape.max() != null) {
            all.add(number ? greatest(shape.max()) : greatestLength(shape.max()));
        }
        if (shape.min() != null) {
            all.add(number ? least(shape.min()) : leastLength(shape.min()));
        }
        if (shape.pattern() != null) {
            all.add(pattern(shape));
        }
        if (!shape.values().isEmpty()) {
            all.add(words(shape));
        }
        return all;
    }

    private static List<String> brokenText(Shape shape, String text, boolean anyWord) {
        List<String> broken =
                new ArrayList<>(brokenLength(shape, text.codePointCount(0, text.length())));
        boolean tooLong = text.length() > LONGEST_MATCHED;
        if (shape.pattern() != null
                && (tooLong
                        ? broken.isEmpty() && !matchesAny(shape)
                        : !shape.pattern().matcher(text).matches())) {
            broken.add(pattern(shape));
        }
        if (!anyWord && !shape.values().isEmpty() && !shape.values().contains(text)) {
            broken.add(words(shape));
        }
        return broken;
    }

    /// The patterns of long texts, such as scripts and documents, accept everything.
    private static boolean matchesAny(Shape shape) {
        return shape.max() == null || shape.max() > LONGEST_MATCHED;
    }

    private static List<String> brokenNumber(Shape shape, double value) {
        List<String> broken = new ArrayList<>();
        if (shape.max() != null && value > shape.max()) {
            broken.add(greatest(shape.max()));
        }
        if (shape.min() != null && value < shape.min()) {
            broken.add(least(shape.min()));
        }
        return broken;
    }

    private static String greatestLength(Double max) {
        return "Member must have length less than or equal to " + plain(max);
    }

    private static String leastLength(Double min) {
        return "Member must have length greater than or equal to " + plain(min);
    }

    private static String greatest(Double max) {
        return "Member must have value less than or equal to " + plain(max);
    }

    private static String least(Double min) {
        return "Member must have value greater than or equal to " + plain(min);
    }

    private static String pattern(Shape shape) {
        return "Member must satisfy regular expression pattern: " + shape.patternText();
    }

    private static String words(Shape shape) {
        return "Member must satisfy enum value set: " + shape.values();
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
