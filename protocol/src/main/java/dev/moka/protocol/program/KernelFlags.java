package dev.moka.protocol.program;

import java.util.List;

/// The JVM flags with which a kernel starts best, beside those for the machine (heap, processors).
public final class KernelFlags {
    private KernelFlags() {}

    /// Serial collector: one learner's cells, small heap. The optimising compiler starts later than
    /// usual, because on two processors it would otherwise compete with the first cells; loops that
    /// run for milliseconds are still optimised. Exceptions of hot code keep their message and
    /// stack trace, which the compiler would otherwise leave out.
    public static List<String> standard() {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:InitialHeapSize=32m",
                "-XX:Tier4InvocationThreshold=30000",
                "-XX:Tier4MinInvocationThreshold=8000",
                "-XX:Tier4CompileThreshold=60000",
                "-XX:Tier4BackEdgeThreshold=200000",
                "-XX:-OmitStackTraceInFastThrow",
                "-XX:-UsePerfData");
    }
}
