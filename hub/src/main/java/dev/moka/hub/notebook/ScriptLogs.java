package dev.moka.hub.notebook;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.logs.LogSink;
import dev.moka.hub.logs.Logs;

import java.util.function.Function;

/// Brings what lifecycle scripts print into the log group that AWS has for it, in the account of
/// the instance's owner.
public final class ScriptLogs {
    /// The log group, as on AWS.
    public static final String GROUP = "/aws/sagemaker/NotebookInstances";

    /// What a script prints beyond so many lines is left out there, which the stream says.
    private static final int MOST_LINES = 100_000;

    private final Logs logs;
    private final Function<UserName, AccountId> accounts;

    public ScriptLogs(Logs logs, Function<UserName, AccountId> accounts) {
        this.logs = logs;
        this.accounts = accounts;
    }

    /// A log of a start that also goes to the stream of a script.
    Tee open(NotebookInstance instance, Hook hook, StartLog log) {
        return new Tee(
                log,
                logs.open(
                        accounts.apply(instance.key().owner()),
                        GROUP,
                        "%s/LifecycleConfig%s".formatted(instance.key().name(), hook.word())));
    }

    /// A start's log whose script output goes to a second place; closing it closes only that.
    static final class Tee implements StartLog {
        private final StartLog log;
        private final LogSink sink;
        private int lines;

        Tee(StartLog log, LogSink sink) {
            this.log = log;
            this.sink = sink;
        }

        @Override
        public void line(String text) {
            log.line(text);
        }

        @Override
        public void output(String text) {
            log.output(text);
            copy(text);
        }

        @Override
        public void error(String text) {
            log.error(text);
            copy(text);
        }

        @Override
        public void close() {
            sink.close();
        }

        private void copy(String text) {
            lines++;
            if (lines <= MOST_LINES) {
                sink.line(text);
            } else if (lines == MOST_LINES + 1) {
                sink.line("(the script prints more than the log keeps; the rest is left out)");
            }
        }
    }
}
