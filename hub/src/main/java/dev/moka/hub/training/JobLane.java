package dev.moka.hub.training;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The one place where the effects of a job are performed, in turn.
final class JobLane {
    private final ReentrantLock deciding = new ReentrantLock();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ReentrantLock interrupting = new ReentrantLock();
    private @Nullable Thread preparing;

    /// Held while an event is decided and stored.
    ReentrantLock deciding() {
        return deciding;
    }

    void perform(List<JobEffect> effects, Consumer<JobEffect> work) {
        if (effects.contains(new JobEffect.CancelPreparation())) {
            interruptPreparation();
        }
        turn.lock();
        try {
            for (JobEffect effect : effects) {
                if (effect instanceof JobEffect.Prepare) {
                    interruptibly(() -> work.accept(effect));
                } else {
                    work.accept(effect);
                }
            }
        } finally {
            turn.unlock();
        }
    }

    private void interruptibly(Runnable work) {
        set(Thread.currentThread());
        try {
            work.run();
        } finally {
            set(null);
            // Whoever comes next was not meant.
            boolean _ = Thread.interrupted();
        }
    }

    private void set(@Nullable Thread thread) {
        interrupting.lock();
        try {
            preparing = thread;
        } finally {
            interrupting.unlock();
        }
    }

    private void interruptPreparation() {
        interrupting.lock();
        try {
            Thread running = preparing;
            if (running != null) {
                running.interrupt();
            }
        } finally {
            interrupting.unlock();
        }
    }
}
