package dev.moka.lab.kernels;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/// A kernel process that is no more.
record GoneProcess(long pid, Instant startedAt) implements KernelProcess {
    @Override
    public boolean isAlive() {
        return false;
    }

    @Override
    public boolean awaitExit(Duration atMost) {
        return true;
    }

    @Override
    public OptionalInt exitCode() {
        return OptionalInt.empty();
    }

    @Override
    public void kill() {}
}
