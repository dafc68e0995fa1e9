package dev.moka.hub;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A hub of training jobs as a process of its own, which is there to be killed.
final class JobsProgram {
    private JobsProgram() {}

    /// Runs until it is killed.
    ///
    /// @param words home, name of the job, its script
    public static void main(String[] words) throws Exception {
        try (JobsOfTests hub = new JobsOfTests(Path.of(words[0]), TestHub.ROOT)) {
            hub.put("train/a.csv", "1,2\n");
            hub.run(words[1], words[2]);
            new CountDownLatch(1).await();
        }
    }
}
