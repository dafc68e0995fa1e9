package dev.moka.algorithms.training;

import dev.moka.algorithms.algorithm.StopSignal;
import dev.moka.protocol.container.ExitCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The answer to SIGTERM: the training is told to stop, and the process waits until it has saved
/// what it learnt, within the time that SageMaker gives.
public final class GracefulStop {
    /// A little less than SageMaker waits before SIGKILL.
    private static final Duration PATIENCE = ExitCode.TRAINING_GRACE.minusSeconds(5);

    private final StopSignal stop;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile ExitCode code = ExitCode.TERMINATED;

    public GracefulStop(StopSignal stop) {
        this.stop = stop;
    }

    /// Listens from now on.
    public void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::terminate, "terminate"));
    }

    /// Says that the training has ended, and how.
    public void ended(ExitCode how) {
        code = how;
        ended.countDown();
    }

    private void terminate() {
        stop.stop();
        try {
            if (ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                // Without this the exit status would be the signal's, though the model is saved.
                Runtime.getRuntime().halt(code.status());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
