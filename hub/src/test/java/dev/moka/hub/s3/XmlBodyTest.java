package dev.moka.hub.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.moka.hub.aws.AwsException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class XmlBodyTest {
    private static final String DOCUMENT =
            "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Quiet>true</Quiet><Object>"
                    + "<Key>a&amp;b</Key></Object><Object><Key> c </Key></Object></Delete>";

    private final XmlBody bodies = new XmlBody();

    @Test
    void readsWhatClientsSend() {
        Element root = bodies.parse(DOCUMENT.getBytes(UTF_8));
        assertThat(root.all("Object").stream().map(o -> o.require("Key")))
                .containsExactly("a&b", " c ");
    }

    @Test
    @Timeout(10)
    void refusesBombsAndWhatLiesOutside() {
        String bomb =
                "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">]><Delete>&c;</Delete>";
        String outside =
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Delete>&x;</Delete>";
        String deep = "<a>".repeat(100_000);
        for (String text : new String[] {bomb, outside, deep, "", "<a>", "<a/><b/>", "{}"}) {
            assertThatThrownBy(() -> bodies.parse(text.getBytes(UTF_8)))
                    .isInstanceOfSatisfying(
                            AwsException.class,
                            e -> assertThat(e.code()).isEqualTo("MalformedXML"));
        }
    }

    @Test
    @Timeout(60)
    void whateverIsSentIsReadOrRefused() {
        Random random = new Random(5);
        for (int n = 0; n < 20_000; n++) {
            byte[] bytes = DOCUMENT.getBytes(UTF_8);
            for (int change = random.nextInt(5); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                bodies.parse(bytes);
            } catch (AwsException e) {
                assertThat(e.code()).isEqualTo("MalformedXML");
            } catch (RuntimeException e) {
                fail("seed 5, round " + n, e);
            }
        }
    }
}
