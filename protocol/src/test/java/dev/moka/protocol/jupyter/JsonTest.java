package dev.moka.protocol.jupyter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class JsonTest {
    private static final String EVERYTHING =
            """
            {"text":"ä😀\\"\\\\\\n\\u0000","int":-1,"long":3000000000,"big":123456789012345678901234567890,\
            "float":1.5e-7,"yes":true,"no":false,"nothing":null,"list":[1,[],{"a":{}}],"same":1}\
            """;

    @Test
    void readsAndWritesWhatJacksonsMapperDoes() {
        ObjectNode tree = Json.parseObject(EVERYTHING.getBytes(UTF_8));
        assertThat(tree).isEqualTo(Json.mapper().readTree(EVERYTHING));
        assertThat(Json.bytes(tree)).isEqualTo(Json.mapper().writeValueAsBytes(tree));
    }

    @Test
    void writesNodesThatNoTextGives() {
        ObjectNode tree = Json.object().put("binary", new byte[] {1, 2, 3}).put("float", 2.5f);
        tree.set("pojo", tree.pojoNode(List.of("a")));
        assertThat(Json.bytes(tree)).isEqualTo(Json.mapper().writeValueAsBytes(tree));
    }

    @Test
    void refusesWhatIsNoObject() {
        for (String text : List.of("", "[1]", "{", "{\"a\":}", "{}{}", "{} x", "\u0001")) {
            assertThatThrownBy(() -> Json.parseObject(text.getBytes(UTF_8)))
                    .as(text)
                    .isInstanceOf(ProtocolException.class);
        }
    }
}
