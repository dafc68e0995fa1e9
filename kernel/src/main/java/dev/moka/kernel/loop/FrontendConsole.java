package dev.moka.kernel.loop;

import dev.moka.kernel.interpreter.Console;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.node.ObjectNode;

/// Asks the person who runs the present cell, with `input_request` on the stdin channel. One
/// question at a time.
final class FrontendConsole implements Console {
    private final Outbox outbox;
    private final ReentrantLock oneQuestion = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Optional<RunningCell> cell = Optional.empty();
    private Optional<String> answer = Optional.empty();
    private int question;
    private int answerable;

    FrontendConsole(Outbox outbox) {
        this.outbox = outbox;
    }

    /// From now on this cell may ask.
    void begin(RunningCell running) {
        replace(Optional.of(running));
    }

    /// Nobody may ask any more; who is waiting gets an error.
    void end() {
        replace(Optional.empty());
    }

    /// The cell is interrupted: who is waiting gets an error.
    void cancel() {
        lock.lock();
        try {
            question++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Takes an `input_reply`. One that answers nothing is ignored.
    void answered(Request reply) {
        lock.lock();
        try {
            if (answerable == question && answer.isEmpty()) {
                answer = Optional.of(reply.text("value"));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String ask(String prompt) throws IOException {
        return ask(prompt, Json.object().put("prompt", prompt).put("password", false));
    }

    @Override
    public String askSecret(String prompt) throws IOException {
        return ask(prompt, Json.object().put("prompt", prompt).put("password", true));
    }

    private String ask(String prompt, ObjectNode content) throws IOException {
        oneQuestion.lock();
        try {
            int mine = begin(prompt, content);
            return awaitAnswer(mine);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        } finally {
            oneQuestion.unlock();
        }
    }

    private int begin(String prompt, ObjectNode content) throws IOException {
        lock.lock();
        try {
            RunningCell asking =
                    cell.orElseThrow(
                            () -> new IOException("input was asked for, but no cell is running"));
            if (!asking.request().flag("allow_stdin", false)) {
                throw new IOException(
                        "input was asked for ('%s'), but this front end can't give any (allow_stdin is false)"
                                .formatted(prompt));
            }
            question++;
            answerable = question;
            answer = Optional.empty();
            asking.flush();
            outbox.ask(asking.request(), "input_request", content);
            return question;
        } finally {
            lock.unlock();
        }
    }

    private String awaitAnswer(int mine) throws InterruptedException, IOException {
        lock.lockInterruptibly();
        try {
            while (question == mine && answer.isEmpty()) {
                changed.await();
            }
            if (question != mine) {
                throw interrupted();
            }
            return answer.orElse("");
        } finally {
            lock.unlock();
        }
    }

    private void replace(Optional<RunningCell> next) {
        lock.lock();
        try {
            cell = next;
            question++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static IOException interrupted() {
        return new InterruptedIOException("the wait for input was interrupted");
    }
}
