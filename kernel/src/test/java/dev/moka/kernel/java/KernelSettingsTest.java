package dev.moka.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.kernel.java.KernelSettings.EngineChoice;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelSettingsTest {
    @Test
    void theEngineIsChosenByName() {
        assertThat(KernelSettings.fromEnvironment(Map.of()).engine()).isEqualTo(EngineChoice.BEST);
        assertThat(KernelSettings.fromEnvironment(Map.of("MOKA_ENGINE", "JShell")).engine())
                .isEqualTo(EngineChoice.JSHELL);
        assertThat(KernelSettings.fromEnvironment(Map.of("MOKA_ENGINE", "javac")).engine())
                .isEqualTo(EngineChoice.JAVAC);
    }

    @Test
    void anUnknownEngineIsExplained() {
        assertThatThrownBy(() -> KernelSettings.fromEnvironment(Map.of("MOKA_ENGINE", "gcc")))
                .hasMessage("MOKA_ENGINE is 'gcc'; it must be javac or jshell");
    }
}
