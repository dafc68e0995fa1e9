package dev.moka.hub.training;

import dev.moka.hub.catalog.InstanceType;
import dev.moka.hub.catalog.InstanceTypes;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.host.Allotment;
import dev.moka.hub.host.HostCapacity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides which waiting job is next, and whether this machine has room for it.
///
/// Jobs wait in the order in which they came, but an account whose jobs run already stands behind
/// one whose jobs don't. Nobody overtakes the first, however small, so that large jobs don't
/// starve.
public final class TrainingQueue {
    private static final long MIB = 1024 * 1024;

    private final InstanceTypes types;
    private final HostCapacity capacity;

    public TrainingQueue(InstanceTypes types, HostCapacity capacity) {
        this.types = types;
        this.capacity = capacity;
    }

    /// A job and what it gets.
    record Placement(TrainingJob job, Allotment allotment) {}

    /// Where a job stands and what it waits for.
    ///
    /// @param position 1 for the next
    public record Waiting(int position, int length, String reason) {}

    /// What a job of this instance type would get here.
    Allotment allot(String instanceType) {
        return capacity.allot(require(instanceType));
    }

    InstanceType require(String name) {
        InstanceType type =
                types.find(name)
                        .orElseThrow(() ->
                                new ValidationException(
                                        "There is no instance type '%s'; for training there are ml.m5.large, ml.m5.xlarge, ml.c5.xlarge and others"
                                                .formatted(
                                                        name.length() <= 80
                                                                ? name
                                                                : name.substring(0, 80) + "…")));
        if (!type.uses().contains("training")) {
            throw new ValidationException(
                    "Instance type '%s' is not for training, only for %s"
                            .formatted(name, String.join(", ", type.uses())));
        }
        return type;
    }

    /// The first waiting job if there is room for it.
    Optional<Placement> next(List<TrainingJob> unfinished) {
        return waiting(unfinished).stream()
                .findFirst()
                .map(job -> new Placement(job, allot(job)))
                .filter(placement -> room(unfinished).fits(placement.allotment()));
    }

    /// Empty for a job that does not wait.
    Optional<Waiting> waiting(TrainingJob job, List<TrainingJob> unfinished) {
        List<TrainingJob> waiting = waiting(unfinished);
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).id().equals(job.id())) {
                return Optional.of(new Waiting(i + 1, waiting.size(), reason(job, unfinished)));
            }
        }
        return Optional.empty();
    }

    private String reason(TrainingJob job, List<TrainingJob> unfinished) {
        Allotment needs = allot(job);
        Room room = room(unfinished);
        return "%s needs %d CPUs and %.1f GiB of memory; of this machine %d CPUs and %.1f GiB are free"
                .formatted(
                        job.spec().resources().instanceType(),
                        needs.cpus(),
                        needs.memoryMib() / 1024.0,
                        Math.max(0, room.cpus()),
                        Math.max(0, room.memoryMib()) / 1024.0);
    }

    private List<TrainingJob> waiting(List<TrainingJob> unfinished) {
        Map<String, Integer> running = new HashMap<>();
        List<TrainingJob> waiting = new ArrayList<>();
        for (TrainingJob job : unfinished) {
            if (job.state() instanceof JobState.Queued) {
                waiting.add(job);
            } else {
                running.merge(job.key().account().value(), 1, Integer::sum);
            }
        }
        waiting.sort(
                Comparator.<TrainingJob>comparingInt(
                                job -> running.getOrDefault(job.key().account().value(), 0))
                        .thenComparing(TrainingJob::createdAt)
                        .thenComparing(TrainingJob::id));
        return waiting;
    }

    private Allotment allot(TrainingJob job) {
        return allot(job.spec().resources().instanceType());
    }

    /// What is free of this machine.
    private record Room(int cpus, int memoryMib) {
        boolean fits(Allotment wanted) {
            return wanted.cpus() <= cpus && wanted.memoryMib() <= memoryMib;
        }
    }

    private Room room(List<TrainingJob> unfinished) {
        var reading = capacity.reading();
        int cpus = reading.cpus();
        long memory = reading.memoryBytes() / MIB;
        for (TrainingJob job : unfinished) {
            Allotment held = job.allotment().orElse(null);
            if (held != null) {
                cpus -= held.cpus();
                memory -= held.memoryMib();
            }
        }
        return new Room(cpus, (int) Math.min(Integer.MAX_VALUE, memory));
    }
}
