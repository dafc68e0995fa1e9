package dev.moka.kernel;

import dev.moka.kernel.interpreter.Interpreter.Outcome;
import dev.moka.kernel.loop.KernelLoop;
import dev.moka.kernel.transport.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// What the kernel says when the JVM ends without having been asked to: the running cell gets its
/// output, an error and a reply before the process dies.
final class LastWords {
    private static final String NAME = "KernelEnded";
    private static final Set<String> ENDING =
            Set.of("java.lang.System.exit", "java.lang.Runtime.exit");

    private final KernelLoop loop;
    private final Transport transport;
    private final AtomicBoolean expected = new AtomicBoolean();

    LastWords(KernelLoop loop, Transport transport) {
        this.loop = loop;
        this.transport = transport;
    }

    /// From now on the end of the JVM needs no explanation.
    void endIsExpected() {
        expected.set(true);
    }

    /// Runs when the JVM ends.
    void onEnd() {
        if (expected.get()) {
            return;
        }
        loop.lastWords(reason());
        transport.close();
    }

    private static Outcome.Failed reason() {
        for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
            List<StackTraceElement> frames = Arrays.asList(each.getValue());
            for (int i = 0; i < frames.size(); i++) {
                if (ENDING.contains(name(frames.get(i)))) {
                    return calledBy(each.getKey(), frames.subList(i, frames.size()));
                }
            }
        }
        String message =
                "the kernel's process was told to end (SIGTERM or SIGINT); its variables are lost";
        return new Outcome.Failed(NAME, message, List.of(NAME + ": " + message));
    }

    private static Outcome.Failed calledBy(Thread thread, List<StackTraceElement> frames) {
        String message =
                "the code called %s in thread %s: the kernel's process ends and its variables are lost"
                        .formatted(name(frames.getFirst()), thread.getName());
        List<String> traceback = new ArrayList<>();
        traceback.add(NAME + ": " + message);
        frames.forEach(frame -> traceback.add("\tat " + frame));
        return new Outcome.Failed(NAME, message, traceback);
    }

    private static String name(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName();
    }
}
