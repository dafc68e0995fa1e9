package dev.moka.lab.settings;

import dev.moka.lab.notebook.JsonFault;
import dev.moka.lab.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads JSON as people write it in settings: comments, single quotes, trailing commas.
final class Json5 {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
                    .build();

    private Json5() {}

    static ObjectNode object(String what, String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw Problem.badRequest("%s must be an object in braces".formatted(what));
        } catch (JacksonException e) {
            throw Problem.badRequest(
                    "%s is not JSON%s: %s"
                            .formatted(what, JsonFault.position(e), JsonFault.words(e)));
        }
    }
}
