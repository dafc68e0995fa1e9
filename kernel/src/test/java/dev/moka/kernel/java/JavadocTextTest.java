package dev.moka.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocTextTest {
    @Test
    void becomesMarkdown() {
        assertThat(
                        JavadocText.markdown(
                                """
                                 Returns {@code a < b} or {@link String#length() the length}.
                                 <p>See <ul><li>one<li>two</ul>
                                 @param a the <i>first</i>
                                 @return something
                                """))
                .isEqualTo(
                        """
                        Returns `a < b` or `the length`.

                        See

                        - one
                        - two

                        **Parameter:** a the *first*

                        **Returns:** something\
                        """);
    }
}
