package dev.moka.hub.training;

import dev.moka.hub.host.Allotment;
import dev.moka.hub.training.TrainingPrograms.Program;
import dev.moka.hub.workload.NetworkAccess;
import dev.moka.hub.workload.WorkloadEvent;
import dev.moka.hub.workload.WorkloadExit;
import dev.moka.hub.workload.WorkloadId;
import dev.moka.hub.workload.WorkloadLimits;
import dev.moka.hub.workload.WorkloadListener;
import dev.moka.hub.workload.WorkloadRuntime;
import dev.moka.hub.workload.WorkloadSpec;
import dev.moka.protocol.container.ExitCode;
import dev.moka.protocol.container.TrainingVariables;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Performs the effects of training jobs; each may be performed again without harm.
public final class JobEffects {
    private static final Logger log = LoggerFactory.getLogger(JobEffects.class);
    private static final int PROCESSES = 4096;
    private static final int MIB_OF_GIB = 1024;

    private final TrainingJobStore store;
    private final WorkloadRuntime runtime;
    private final TrainingPrograms programs;
    private final JobPreparation preparation;
    private final JobSaving saving;
    private final JobLog logs;
    private final Clock clock;
    private final String region;

    /// @param scratch a folder for archives on their way to S3
    public JobEffects(
            TrainingJobStore store,
            WorkloadRuntime runtime,
            TrainingPrograms programs,
            JobStorage storage,
            JobLog logs,
            Path scratch,
            Clock clock,
            String region) {
        this.store = store;
        this.runtime = runtime;
        this.programs = programs;
        this.preparation = new JobPreparation(storage);
        this.saving = new JobSaving(storage, scratch);
        this.logs = logs;
        this.clock = clock;
        this.region = region;
    }

    /// Performs an effect if the job is still where it asked for it.
    void perform(TrainingJob job, JobEffect effect, Consumer<JobEvent> then) {
        switch (effect) {
            case JobEffect.Prepare _ -> {
                if (job.state() instanceof JobState.Downloading(var allotment)) {
                    prepare(job, allotment, then);
                }
            }
            case JobEffect.CancelPreparation _ -> {}
            case JobEffect.Run _ -> {
                switch (job.state()) {
                    case JobState.Training(var allotment) -> run(job, allotment, then);
                    case JobState.Stopping(var allotment, _) -> goOn(job, allotment, then);
                    case JobState.Queued _,
                            JobState.Downloading _,
                            JobState.Uploading _,
                            JobState.Ended _ -> {}
                }
            }
            case JobEffect.StopProgram _ -> {
                if (job.state() instanceof JobState.Stopping) {
                    runtime.stop(job.workload(), graceLeft(job));
                }
            }
            case JobEffect.Save _ -> {
                if (job.state() instanceof JobState.Uploading(_, var outcome)) {
                    save(job, outcome, then);
                }
            }
            case JobEffect.CleanUp _ -> cleanUp(job);
        }
    }

    /// Takes away what belongs to no job any more.
    void removeStrangers(Predicate<WorkloadId> isStranger) {
        for (WorkloadId id : runtime.list()) {
            if (id.value().startsWith("training-") && isStranger.test(id)) {
                remove(id);
            }
        }
    }

    void saveCheckpoints(TrainingJob job) {
        try {
            saving.saveCheckpoints(job, runtime.folder(job.workload()));
        } catch (IOException | JobDataException e) {
            say(job, List.of("Checkpoints could not be saved: " + e.getMessage()));
        }
    }

    private void prepare(TrainingJob job, Allotment allotment, Consumer<JobEvent> then) {
        try {
            say(job, notes(job, allotment));
            preparation.prepare(job, runtime.folder(job.workload()));
            then.accept(new JobEvent.Prepared(clock.instant()));
        } catch (JobDataException e) {
            then.accept(
                    new JobEvent.PreparationFailed(
                            String.valueOf(e.getMessage()), clock.instant()));
        } catch (ClosedByInterruptException | InterruptedException e) {
            // The job was stopped, or the hub ends: whoever did it goes on from here.
            log.debug("The preparation of {} was cut off", job.key());
        } catch (IOException e) {
            log.warn("The data of {} could not be brought", job.key(), e);
            then.accept(
                    new JobEvent.PreparationFailed(
                            "InternalServerError: The data could not be brought: " + e,
                            clock.instant()));
        }
    }

    private void run(TrainingJob job, Allotment allotment, Consumer<JobEvent> then) {
        try {
            runtime.start(workload(job, allotment), listener(job, then));
        } catch (IOException | IllegalStateException e) {
            log.warn("The program of {} could not be started", job.key(), e);
            then.accept(
                    new JobEvent.PreparationFailed(
                            "InternalServerError: The program could not be started: "
                                    + e.getMessage(),
                            clock.instant()));
        }
    }

    /// A job that stops needs no program that was never started.
    private void goOn(TrainingJob job, Allotment allotment, Consumer<JobEvent> then) {
        if (runtime.list().contains(job.workload())) {
            run(job, allotment, then);
        } else {
            then.accept(new JobEvent.PreparationFailed("never started", clock.instant()));
        }
    }

    private WorkloadSpec workload(TrainingJob job, Allotment allotment) {
        TrainingJobSpec spec = job.spec();
        Program program =
                programs.find(spec.image())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "the image %s is not known any more"
                                                .formatted(spec.image())))
                        .commands()
                        .train(allotment);
        Map<String, String> variables =
                new HashMap<>(
                        new TrainingVariables(job.key().name().value(), job.arn(region), region)
                                .over(spec.environment()));
        variables.putAll(program.environment());
        return new WorkloadSpec(
                job.workload(),
                program.command(),
                variables,
                program.readable(),
                new WorkloadLimits(
                        allotment.cpus(),
                        allotment.memoryMib(),
                        PROCESSES,
                        spec.resources().volumeSizeInGb() * MIB_OF_GIB),
                spec.networkIsolation() ? NetworkAccess.NONE : NetworkAccess.OPEN);
    }

    private WorkloadListener listener(TrainingJob job, Consumer<JobEvent> then) {
        JobOutput output = new JobOutput(job, metrics(job), store, logs);
        return event -> {
            switch (event) {
                case WorkloadEvent.Started _ -> {}
                case WorkloadEvent.Output(var lines) -> output.take(lines);
                case WorkloadEvent.Exited(var exit) ->
                        then.accept(
                                new JobEvent.ProgramExited(exit, failure(job, exit), exit.at()));
            }
        };
    }

    private List<MetricDefinition> metrics(TrainingJob job) {
        List<MetricDefinition> metrics = new ArrayList<>(job.spec().metrics());
        programs.find(job.spec().image()).ifPresent(image -> metrics.addAll(image.metrics()));
        return metrics;
    }

    private @Nullable String failure(TrainingJob job, WorkloadExit exit) {
        if (exit.succeeded()) {
            return null;
        }
        try {
            return JobSaving.failure(runtime.folder(job.workload())).orElse(null);
        } catch (IOException e) {
            log.warn("The failure file of {} can't be read: {}", job.key(), e.toString());
            return null;
        }
    }

    private void save(TrainingJob job, Outcome outcome, Consumer<JobEvent> then) {
        try {
            S3Uri model = saving.save(job, runtime.folder(job.workload()), outcome);
            then.accept(new JobEvent.Saved(model, clock.instant()));
        } catch (JobDataException e) {
            then.accept(new JobEvent.SavingFailed(String.valueOf(e.getMessage()), clock.instant()));
        } catch (ClosedByInterruptException e) {
            log.debug("The hub ends while {} is saved; the next one does it", job.key());
        } catch (IOException e) {
            log.warn("What {} made could not be saved", job.key(), e);
            then.accept(
                    new JobEvent.SavingFailed(
                            "InternalServerError: Artifact upload failed: " + e, clock.instant()));
        }
    }

    private void cleanUp(TrainingJob job) {
        saving.forget(job);
        remove(job.workload());
    }

    private void remove(WorkloadId id) {
        try {
            runtime.remove(id);
        } catch (IOException e) {
            log.warn("{} is left over: {}", id, e.toString());
        }
    }

    private Duration graceLeft(TrainingJob job) {
        Instant asked = job.transitions().getLast().start();
        Duration left = ExitCode.TRAINING_GRACE.minus(Duration.between(asked, clock.instant()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private List<String> notes(TrainingJob job, Allotment allotment) {
        List<String> notes = new ArrayList<>();
        allotment.notes().forEach(note -> notes.add("Moka: " + note));
        int count = job.spec().resources().instanceCount();
        if (count > 1) {
            notes.add(
                    "Moka: InstanceCount is %d; this machine is one instance, which gets all the data"
                            .formatted(count));
        }
        runtime.enforcement()
                .missing()
                .forEach(missing -> notes.add("Moka: not enforced here: " + missing));
        return notes;
    }

    private void say(TrainingJob job, List<String> lines) {
        Instant now = clock.instant();
        if (!lines.isEmpty()) {
            logs.append(
                    job.key(),
                    JobLog.stream(job),
                    lines.stream().map(line -> new JobLog.Line(now, line)).toList());
        }
    }
}
