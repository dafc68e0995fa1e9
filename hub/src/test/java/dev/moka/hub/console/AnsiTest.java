package dev.moka.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnsiTest {
    @Test
    void coloursBecomeClassesAndEndWithTheLine() {
        assertThat(Ansi.html("\u001b[1;31mno\u001b[0m yes \u001b[32mgreen"))
                .isEqualTo("<span class=\"a1 a31\">no</span> yes <span class=\"a32\">green</span>");
    }

    @Test
    void markupIsText() {
        assertThat(Ansi.html("<script>alert(\"1\")</script> & more"))
                .isEqualTo("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more");
    }

    @Test
    void otherControlsAreDropped() {
        assertThat(Ansi.html("\u001b]0;title\u0007a\u001b[2Kb\u001b[10;3Hc\u0008d\u001b"))
                .isEqualTo("abcd");
    }

    @Test
    void aRedrawnLineIsItsLastState() {
        assertThat(Ansi.html("10 %\r50 %\r100 %\r")).isEqualTo("100 %");
    }

    @Test
    void unknownCodesEndTheColour() {
        assertThat(Ansi.html("\u001b[33my\u001b[38;5;7mx"))
                .isEqualTo("<span class=\"a33\">y</span>x");
    }
}
