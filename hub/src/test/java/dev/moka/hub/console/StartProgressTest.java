package dev.moka.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.console.view.Step;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceSpec;
import dev.moka.hub.notebook.InstanceStatus;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.PackageLock;
import dev.moka.hub.notebook.StartStep;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartProgressTest {
    private static final Instant BEGUN = Instant.parse("2026-11-24T09:31:00Z");
    private static final StartLogText LOG =
            new StartLogText(
                    """
                    2026-11-24T09:31:00.000Z Capacity: ml.t3.medium
                    2026-11-24T09:31:00.200Z Packages: none
                    2026-11-24T09:31:01.000Z OnStart: running the script of 'course'
                    2026-11-24T09:31:02.000Z cloning
                    """,
                    0);

    @Test
    void aRunningScriptShowsHowMuchOfItsLimitIsUsed() {
        List<Step> steps =
                steps(new InstanceStatus.Pending(BEGUN, StartStep.ON_START, BEGUN.plusSeconds(1)));
        assertThat(steps)
                .extracting(Step::css)
                .containsExactly("done", "done", "done", "running", "todo");
        assertThat(steps.get(3).detail()).isEqualTo("15 of 60 s");
        assertThat(steps.get(3).percent()).isEqualTo(25);
    }

    @Test
    void theStepThatFailedIsNamed() {
        List<Step> steps =
                steps(
                        new InstanceStatus.Failed(
                                BEGUN.plusSeconds(4), StartStep.ON_START, "exit 7"));
        assertThat(steps)
                .extracting(Step::css)
                .containsExactly("done", "done", "done", "failed", "todo");
        assertThat(steps.get(3).detail()).isEqualTo("failed after 3.0 s");
    }

    @Test
    void aCancelledStartDoesNotLookDone() {
        List<Step> steps = steps(new InstanceStatus.Stopped(BEGUN.plusSeconds(4)));
        assertThat(steps.get(3).detail()).isEqualTo("cancelled after 3.0 s");
        assertThat(steps.get(4).css()).isEqualTo("todo");
    }

    private static List<Step> steps(InstanceStatus status) {
        NotebookInstance instance =
                new NotebookInstance(
                        "id",
                        InstanceKey.of("ada", "demo"),
                        InstanceSpec.of("ml.t3.medium"),
                        status,
                        BEGUN,
                        1,
                        true,
                        PackageLock.NONE,
                        1);
        Moments moments = new Moments(BEGUN.plusSeconds(16), ZoneOffset.UTC);
        return new StartProgress(instance, LOG, moments, Duration.ofSeconds(60)).steps();
    }
}
