package dev.moka.hub.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.notebook.InstanceStatus.Deleting;
import dev.moka.hub.notebook.InstanceStatus.Failed;
import dev.moka.hub.notebook.InstanceStatus.InService;
import dev.moka.hub.notebook.InstanceStatus.Pending;
import dev.moka.hub.notebook.InstanceStatus.Stopped;
import dev.moka.hub.notebook.InstanceStatus.Stopping;
import dev.moka.hub.notebook.InstanceStatus.Updating;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NotebookLifecycleTest {
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:10Z");
    private static final InstanceSpec SMALL = InstanceSpec.of("ml.t3.medium");
    private static final InstanceSpec LARGE = InstanceSpec.of("ml.t3.xlarge");
    private static final NotebookInstance NEW =
            NotebookInstance.create("id", InstanceKey.of("ann", "demo"), SMALL, BEFORE);

    private static final List<StartStep> STEPS = List.of(StartStep.values());

    private final NotebookLifecycle lifecycle = new NotebookLifecycle();

    @ParameterizedTest(name = "{0} on {1} becomes {2} with {3}")
    @MethodSource("table")
    void eachEventLeadsWhereTheTableSays(
            InstanceStatus from, LifecycleEvent event, InstanceStatus to, List<Effect> effects) {
        Transition transition = lifecycle.on(NEW.with(from), event);

        assertThat(transition.next().status()).isEqualTo(to);
        assertThat(transition.effects()).isEqualTo(effects);
    }

    static Stream<Arguments> table() {
        InstanceStatus stopped = new Stopped(BEFORE);
        InstanceStatus inService = new InService(BEFORE);
        InstanceStatus failed = new Failed(BEFORE, null, "why");
        InstanceStatus stopping = new Stopping(BEFORE);
        InstanceStatus deleting = new Deleting(BEFORE);
        InstanceStatus updating = new Updating(BEFORE, LARGE);
        return Stream.of(
                row(stopped, started(), pending(NOW, StartStep.CAPACITY), run(StartStep.CAPACITY)),
                row(failed, started(), pending(NOW, StartStep.CAPACITY), run(StartStep.CAPACITY)),
                row(
                        at(StartStep.CAPACITY),
                        passed(StartStep.CAPACITY),
                        pending(BEFORE, StartStep.PACKAGES),
                        run(StartStep.PACKAGES)),
                row(
                        at(StartStep.PACKAGES),
                        passed(StartStep.PACKAGES),
                        pending(BEFORE, StartStep.ON_CREATE),
                        run(StartStep.ON_CREATE)),
                row(
                        at(StartStep.ON_CREATE),
                        passed(StartStep.ON_CREATE),
                        pending(BEFORE, StartStep.ON_START),
                        run(StartStep.ON_START)),
                row(
                        at(StartStep.ON_START),
                        passed(StartStep.ON_START),
                        pending(BEFORE, StartStep.READY),
                        run(StartStep.READY)),
                row(at(StartStep.READY), passed(StartStep.READY), new InService(NOW)),
                row(at(StartStep.ON_START), passed(StartStep.ON_CREATE), at(StartStep.ON_START)),
                row(
                        at(StartStep.ON_START),
                        failed(StartStep.ON_START),
                        new Failed(NOW, StartStep.ON_START, "reason"),
                        new Effect.CloseKernels()),
                row(inService, failed(StartStep.ON_START), inService),
                row(
                        at(StartStep.PACKAGES),
                        stop(),
                        new Stopping(NOW),
                        new Effect.CancelStart(),
                        new Effect.CloseKernels()),
                row(inService, stop(), new Stopping(NOW), new Effect.CloseKernels()),
                row(stopping, new LifecycleEvent.KernelsEnded(NOW), new Stopped(NOW)),
                row(failed, new LifecycleEvent.KernelsEnded(NOW), failed),
                row(
                        stopped,
                        new LifecycleEvent.UpdateRequested(LARGE, NOW),
                        new Updating(NOW, LARGE),
                        new Effect.ApplyUpdate()),
                row(updating, new LifecycleEvent.UpdateApplied(NOW), new Stopped(NOW)),
                row(
                        stopped,
                        new LifecycleEvent.DeleteRequested(NOW),
                        new Deleting(NOW),
                        new Effect.RemoveFiles()),
                row(
                        failed,
                        new LifecycleEvent.DeleteRequested(NOW),
                        new Deleting(NOW),
                        new Effect.RemoveFiles()),
                row(deleting, new LifecycleEvent.FilesRemoved(NOW), deleting, new Effect.Forget()),
                row(
                        inService,
                        new LifecycleEvent.Broke("reason", NOW),
                        new Failed(NOW, null, "reason")),
                row(
                        deleting,
                        new LifecycleEvent.Broke("reason", NOW),
                        new Failed(NOW, null, "reason")),
                row(inService, restarted(), inService, new Effect.OpenKernels()),
                row(
                        at(StartStep.PACKAGES),
                        restarted(),
                        at(StartStep.PACKAGES),
                        run(StartStep.PACKAGES)),
                row(
                        stopping,
                        restarted(),
                        stopping,
                        new Effect.EndScripts(),
                        new Effect.CloseKernels()),
                row(updating, restarted(), updating, new Effect.ApplyUpdate()),
                row(deleting, restarted(), deleting, new Effect.RemoveFiles()),
                row(stopped, restarted(), stopped),
                row(failed, restarted(), failed));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aRequestThatTheStateDoesNotAllowSaysWhatItIs(InstanceStatus from, LifecycleEvent event) {
        assertThatThrownBy(() -> lifecycle.on(NEW.with(from), event))
                .isInstanceOf(ResourceInUse.class)
                .hasMessageContaining("'demo' is " + from.word());
    }

    static Stream<Arguments> refused() {
        LifecycleEvent update = new LifecycleEvent.UpdateRequested(LARGE, NOW);
        LifecycleEvent delete = new LifecycleEvent.DeleteRequested(NOW);
        return Stream.of(
                Arguments.of(new InService(BEFORE), started()),
                Arguments.of(at(StartStep.READY), started()),
                Arguments.of(new Stopping(BEFORE), started()),
                Arguments.of(new Stopped(BEFORE), stop()),
                Arguments.of(new Failed(BEFORE, null, "x"), stop()),
                Arguments.of(new InService(BEFORE), update),
                Arguments.of(new InService(BEFORE), delete),
                Arguments.of(at(StartStep.ON_START), delete),
                Arguments.of(new Deleting(BEFORE), delete),
                Arguments.of(new Deleting(BEFORE), started()));
    }

    @Test
    void aScriptThatTheHubsEndCutOffFailsTheStartWithTheReason() {
        Transition transition = lifecycle.on(NEW.with(at(StartStep.ON_START)), restarted());

        assertThat(transition.next().status())
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.reason()).contains("hub ended", "OnStart"));
        assertThat(transition.effects())
                .containsExactly(new Effect.EndScripts(), new Effect.CloseKernels());
    }

    @Test
    void onCreateRunsInTheFirstStartOnly() {
        NotebookInstance created = NEW.withCreated().with(at(StartStep.PACKAGES));

        Transition transition = lifecycle.on(created, passed(StartStep.PACKAGES));

        assertThat(transition.next().status()).isEqualTo(pending(BEFORE, StartStep.ON_START));
    }

    @Test
    void anUpdateTakesTheNewSpecOnceItIsApplied() {
        NotebookInstance updating = NEW.with(new Updating(BEFORE, LARGE));

        assertThat(lifecycle.on(updating, new LifecycleEvent.UpdateApplied(NOW)).next().spec())
                .isEqualTo(LARGE);
    }

    @Test
    void randomEventsNeverBreakTheRules() {
        Random random = new Random(42);
        for (int sequence = 0; sequence < 10_000; sequence++) {
            NotebookInstance instance = NEW;
            for (int step = 0; step < 30; step++) {
                NotebookInstance before = instance;
                try {
                    Transition transition = lifecycle.on(before, event(random));
                    requireRules(before, transition);
                    instance = transition.next();
                } catch (ResourceInUse e) {
                    assertThat(e).hasMessageContaining(before.status().word());
                }
            }
        }
    }

    private static void requireRules(NotebookInstance before, Transition transition) {
        NotebookInstance next = transition.next();
        assertThat(next.id()).isEqualTo(before.id());
        assertThat(next.starts()).isBetween(before.starts(), before.starts() + 1);
        assertThat(next.created() || !before.created()).isTrue();
        if (next.inService() && !before.inService()) {
            assertThat(before.status()).isInstanceOf(Pending.class);
            assertThat(next.created()).isTrue();
        }
        if (next.status() instanceof Pending(_, var step, _)) {
            boolean moved = !next.status().equals(before.status());
            assertThat(!moved || transition.effects().contains(new Effect.RunStep(step))).isTrue();
        }
        if (transition.effects().contains(new Effect.Forget())) {
            assertThat(next.status()).isInstanceOf(Deleting.class);
        }
        if (!next.spec().equals(before.spec())) {
            assertThat(before.status()).isInstanceOf(Updating.class);
        }
    }

    private static LifecycleEvent event(Random random) {
        StartStep step = STEPS.get(random.nextInt(STEPS.size()));
        return switch (random.nextInt(14)) {
            case 0, 1 -> started();
            case 2 -> stop();
            case 3 -> new LifecycleEvent.UpdateRequested(LARGE, NOW);
            case 4 -> new LifecycleEvent.DeleteRequested(NOW);
            case 5, 6, 7 -> passed(step);
            case 8 -> failed(step);
            case 9 -> new LifecycleEvent.KernelsEnded(NOW);
            case 10 -> new LifecycleEvent.UpdateApplied(NOW);
            case 11 -> new LifecycleEvent.PackagesResolved(PackageLock.NONE, NOW);
            case 12 -> new LifecycleEvent.Broke("broke", NOW);
            default -> restarted();
        };
    }

    private static Arguments row(
            InstanceStatus from, LifecycleEvent event, InstanceStatus to, Effect... effects) {
        return Arguments.of(from, event, to, List.of(effects));
    }

    private static InstanceStatus at(StartStep step) {
        return new Pending(BEFORE, step, BEFORE);
    }

    private static InstanceStatus pending(Instant since, StartStep step) {
        return new Pending(since, step, NOW);
    }

    private static Effect run(StartStep step) {
        return new Effect.RunStep(step);
    }

    private static LifecycleEvent started() {
        return new LifecycleEvent.StartRequested(NOW);
    }

    private static LifecycleEvent stop() {
        return new LifecycleEvent.StopRequested(NOW);
    }

    private static LifecycleEvent passed(StartStep step) {
        return new LifecycleEvent.StepPassed(step, NOW);
    }

    private static LifecycleEvent failed(StartStep step) {
        return new LifecycleEvent.StepFailed(step, "reason", NOW);
    }

    private static LifecycleEvent restarted() {
        return new LifecycleEvent.HubStarted(NOW);
    }
}
