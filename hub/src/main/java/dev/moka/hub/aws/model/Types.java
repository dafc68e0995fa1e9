package dev.moka.hub.aws.model;

import tools.jackson.databind.JsonNode;

import java.util.Base64;
import java.util.Locale;

/// Which JSON values a type of the model accepts.
final class Types {

    private Types() {}

    static void require(Shape.Type type, JsonNode value) {
        boolean right =
                switch (type) {
                    case STRUCTURE, MAP -> value.isObject();
                    case LIST -> value.isArray();
                    case STRING -> value.isString();
                    case BLOB -> value.isString() && isBase64(value.asString());
                    case TIMESTAMP, FLOAT, DOUBLE -> value.isNumber();
                    case BOOLEAN -> value.isBoolean();
                    case INTEGER -> value.isIntegralNumber() && value.canConvertToInt();
                    case LONG -> value.isIntegralNumber() && value.canConvertToLong();
                };
        if (!right) {
            throw new SerializationException(message(type, value));
        }
    }

    private static String message(Shape.Type type, JsonNode value) {
        if (type == Shape.Type.BLOB && value.isString()) {
            return "A binary value is not base64";
        }
        String expected = type.name().toLowerCase(Locale.ROOT);
        if (value.isObject() || value.isArray()) {
            return "Start of %s found where not expected; a %s belongs there"
                    .formatted(value.isObject() ? "structure or map" : "list", expected);
        }
        return "%s_VALUE can not be converted to a %s"
                .formatted(value.getNodeType().name(), expected);
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
