package dev.moka.hub.notebook;

/// How a lifecycle script ended.
public sealed interface ScriptResult {

    record Succeeded() implements ScriptResult {}

    /// It ended by itself with another code than 0; `lastLines` is the end of what it said.
    record Exited(int code, String lastLines) implements ScriptResult {}

    /// It ran longer than it may and was killed with all that it had started.
    record TimedOut(String lastLines) implements ScriptResult {}
}
