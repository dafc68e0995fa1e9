package dev.moka.kernel.magics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.kernel.magics.CellScript.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellScriptTest {
    private static List<Part> parse(String cell) {
        return CellScript.parse(cell, List.of("maven", "time", "who")::contains).parts();
    }

    @Test
    void javaAndMagicsAlternateAndKeepTheirLines() {
        assertThat(parse("%maven a:b:1\nint x = 1;\n\n  %who\nx"))
                .containsExactly(
                        new Part.LineMagic("maven", "a:b:1", 1),
                        new Part.Java("\nint x = 1;"),
                        new Part.LineMagic("who", "", 4),
                        new Part.Java("\n\n\n\nx"));
    }

    @Test
    void aCellMagicTakesEverything() {
        assertThat(parse("\n%%time  fast\nint x = 1;\n%who"))
                .containsExactly(new Part.CellMagic("time", "fast", "int x = 1;\n%who", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int m = 10\n  % 3;",
                "int m = 10\n  %time;",
                "int m = (10\n%time);",
                "int m = 10 +\n%time",
                "foo(a,\n%who)",
                "String s = \"\"\"\n%maven a:b:1\n\"\"\";",
                "/*\n%maven a:b:1\n*/\nint x;",
                "if (x) {\n  y = 7\n    % z;\n}",
                "a\n%b",
                "int x = 1; // 50\n// %maven a:b:1"
            })
    void aRemainderIsJava(String cell) {
        assertThat(parse(cell)).containsExactly(new Part.Java(cell));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo()\n%who",
                "int x = 1;\n%unknown",
                "// c\n%who",
                "class A {}\n%who",
                "\"a\"\n%who",
                "'%'\n%who"
            })
    void afterAStatementItIsAMagic(String cell) {
        assertThat(parse(cell).getLast()).isInstanceOf(Part.LineMagic.class);
    }

    @Test
    void anEmptyCellHasNoParts() {
        assertThat(parse(" \n\n")).isEmpty();
    }
}
