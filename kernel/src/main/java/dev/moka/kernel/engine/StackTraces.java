package dev.moka.kernel.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Rewrites stack traces of user code: lines of cells instead of the engine's, no frames of the
/// engine below them or of reflection between them.
public final class StackTraces {
    private static final List<String> HIDDEN =
            List.of(
                    "dev.moka.kernel.",
                    "jdk.internal.reflect.",
                    "java.lang.reflect.",
                    "java.lang.invoke.");

    /// From here down the stack is the engine's.
    private static final String BELOW = "dev.moka.kernel.engine.UserCode";

    private final Frames origins;

    /// @param origins knows the classes of cells
    public StackTraces(Frames origins) {
        this.origins = origins;
    }

    /// In place: the throwable, its causes and what it suppressed.
    public void localize(Throwable thrown) {
        localize(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private void localize(Throwable thrown, Set<Throwable> seen) {
        if (!seen.add(thrown)) {
            return;
        }
        StackTraceElement[] frames = thrown.getStackTrace();
        thrown.setStackTrace(localize(frames));
        Throwable cause = thrown.getCause();
        if (cause != null) {
            localize(cause, seen);
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            localize(suppressed, seen);
        }
    }

    private StackTraceElement[] localize(StackTraceElement[] frames) {
        int end = 0;
        while (end < frames.length && !frames[end].getClassName().startsWith(BELOW)) {
            end++;
        }
        List<StackTraceElement> kept = new ArrayList<>();
        for (StackTraceElement frame : Arrays.asList(frames).subList(0, end)) {
            if (origins.isCell(frame)) {
                kept.add(origins.localize(frame));
            } else if (HIDDEN.stream().noneMatch(frame.getClassName()::startsWith)) {
                kept.add(frame);
            }
        }
        return kept.toArray(StackTraceElement[]::new);
    }
}
