package dev.moka.kernel.java;

import dev.moka.kernel.interpreter.Cell;
import dev.moka.kernel.interpreter.MimeBundle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A cell that keeps what it is given, for tests.
final class RecordedCell implements Cell {
    final List<Shown> shown = new CopyOnWriteArrayList<>();
    final List<Shown> updated = new CopyOnWriteArrayList<>();
    private final int executionCount;
    private boolean interrupted;

    record Shown(MimeBundle bundle, @Nullable String displayId) {}

    RecordedCell(int executionCount) {
        this.executionCount = executionCount;
    }

    @Override
    public int executionCount() {
        return executionCount;
    }

    @Override
    public @Nullable String cellId() {
        return null;
    }

    void interrupt() {
        interrupted = true;
    }

    @Override
    public boolean interrupted() {
        return interrupted;
    }

    @Override
    public boolean silent() {
        return false;
    }

    @Override
    public void display(MimeBundle bundle, @Nullable String displayId) {
        shown.add(new Shown(bundle, displayId));
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        updated.add(new Shown(bundle, displayId));
    }

    @Override
    public void clear(boolean atNextOutput) {
        shown.clear();
    }
}
