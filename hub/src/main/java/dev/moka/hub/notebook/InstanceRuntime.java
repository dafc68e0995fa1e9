package dev.moka.hub.notebook;

import dev.moka.hub.host.Allotment;
import java.time.Duration;

/// Where instances live: their folders, scripts and kernels. Every operation can be repeated after
/// it was cut off.
public interface InstanceRuntime {

    /// Makes the folders and copies the notebooks that come with Moka, never over a file that is
    /// there.
    void prepare(NotebookInstance instance, StartLog log);

    /// Runs a script in the workspace until it ends or the limit is over; an interrupt kills it.
    ScriptResult run(
            NotebookInstance instance,
            Allotment allotment,
            Hook hook,
            String script,
            Duration limit,
            StartLog log)
            throws InterruptedException;

    /// Kills a script that an earlier hub left behind.
    void endScripts(InstanceKey key);

    /// Makes kernels startable, and takes back those that live on from an earlier hub.
    void open(NotebookInstance instance, Allotment allotment);

    /// Asks the kernels to end, then kills them.
    void close(InstanceKey key);

    /// Moves the instance's folders to the trash.
    void remove(InstanceKey key);

    Use use(InstanceKey key);

    /// What the kernels of an instance use at this moment.
    record Use(int kernels, long memoryBytes) {
        public static final Use NONE = new Use(0, 0);
    }
}
