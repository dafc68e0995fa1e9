package dev.moka.hub;

import dev.moka.hub.catalog.InstanceTypes;
import dev.moka.hub.changes.Changes;
import dev.moka.hub.database.Database;
import dev.moka.hub.database.JdbiTrainingJobs;
import dev.moka.hub.host.HostCapacity;
import dev.moka.hub.sandbox.ProcessWorkloads;
import dev.moka.hub.training.BuiltInPrograms;
import dev.moka.hub.training.ImageUris;
import dev.moka.hub.training.JobEffects;
import dev.moka.hub.training.JobLog;
import dev.moka.hub.training.JobStorage;
import dev.moka.hub.training.StoredObjectsOfJobs;
import dev.moka.hub.training.TrainingJobs;
import dev.moka.hub.training.TrainingPrograms;
import dev.moka.hub.training.TrainingQueue;
import dev.moka.hub.training.TrainingRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;

/// Training jobs, wired to the workloads of this machine and to the hub's own store.
public final class HubTraining implements AutoCloseable {
    private final ProcessWorkloads workloads;
    private final TrainingRunner runner;
    private final TrainingJobs jobs;

    /// What training jobs are put together from.
    ///
    /// @param home the hub's folder
    record Parts(
            Path home,
            Database database,
            InstanceTypes types,
            HostCapacity capacity,
            Changes changes,
            JobStorage storage,
            JobLog logs,
            TrainingPrograms programs,
            String region,
            Clock clock) {}

    HubTraining(Parts parts) {
        Path home = parts.home();
        this.workloads = new ProcessWorkloads(home.resolve("workloads"), parts.clock());
        JdbiTrainingJobs store = new JdbiTrainingJobs(parts.database());
        TrainingQueue queue = new TrainingQueue(parts.types(), parts.capacity());
        JobEffects effects =
                new JobEffects(
                        store,
                        workloads,
                        parts.programs(),
                        parts.storage(),
                        parts.logs(),
                        home.resolve("workloads/.scratch"),
                        parts.clock(),
                        parts.region());
        this.runner =
                new TrainingRunner(
                        store,
                        queue,
                        effects,
                        parts.changes(),
                        Executors.newThreadPerTaskExecutor(
                                Thread.ofVirtual().name("training-", 0).factory()),
                        parts.clock(),
                        "%08x".formatted(home.toString().hashCode()));
        this.jobs =
                new TrainingJobs(
                        store, runner, queue, parts.programs(), parts.clock(), parts.region());
    }

    /// The programs of the built-in algorithms, as the build leaves them below the root.
    static TrainingPrograms builtIn(Path root) {
        return new BuiltInPrograms(
                ImageUris.load(),
                root.resolve("algorithms/target/moka-algorithms.jar"),
                Path.of(System.getProperty("java.home")));
    }

    /// The objects of the hub, as jobs see them.
    static JobStorage objects(ObjectStorage storage) {
        return new StoredObjectsOfJobs(storage.buckets, storage.objects, storage.listings);
    }

    public TrainingJobs jobs() {
        return jobs;
    }

    /// Goes on with what an earlier hub left.
    void resume() {
        runner.resume();
    }

    /// Lets go of the jobs, which run on.
    @Override
    public void close() {
        runner.close();
        workloads.close();
    }
}
