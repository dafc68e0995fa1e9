package dev.moka.kernel.loop;

import dev.moka.kernel.interpreter.Cell;
import dev.moka.kernel.interpreter.MimeBundle;
import dev.moka.kernel.output.CellOutput;
import dev.moka.kernel.output.FlushTimer;
import dev.moka.kernel.output.StreamName;
import dev.moka.protocol.jupyter.Json;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A request to run code, while it runs and after: publishes the cell's output as what came of that
/// request.
final class RunningCell implements Cell {
    private final Request request;
    private final int executionCount;
    private final boolean silent;
    private final Outbox outbox;
    private final CellOutput output;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean interrupted;

    RunningCell(
            Request request, int executionCount, boolean silent, Outbox outbox, FlushTimer timer) {
        this.request = request;
        this.executionCount = executionCount;
        this.silent = silent;
        this.outbox = outbox;
        output = new CellOutput(this::stream, timer);
    }

    Request request() {
        return request;
    }

    CellOutput output() {
        return output;
    }

    /// Sends what was printed so far.
    void flush() {
        output.flush();
    }

    /// Claims the right to send the cell's last messages.
    ///
    /// @return false when someone else has
    boolean end() {
        return ended.compareAndSet(false, true);
    }

    /// Publishes a message that came of the cell, unless it is silent.
    void publish(String type, ObjectNode content) {
        if (!silent) {
            outbox.publish(Optional.of(request), type, content);
        }
    }

    @Override
    public int executionCount() {
        return executionCount;
    }

    @Override
    public @Nullable String cellId() {
        JsonNode id = request.message().metadata().path("cellId");
        return id.isString() ? id.asString() : null;
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
        return silent;
    }

    @Override
    public void display(MimeBundle bundle, @Nullable String displayId) {
        ObjectNode content = Replies.bundle(bundle);
        ObjectNode transientData = content.putObject("transient");
        if (displayId != null) {
            transientData.put("display_id", displayId);
        }
        flush();
        publish("display_data", content);
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        ObjectNode content = Replies.bundle(bundle);
        content.putObject("transient").put("display_id", displayId);
        flush();
        publish("update_display_data", content);
    }

    @Override
    public void clear(boolean atNextOutput) {
        flush();
        publish("clear_output", Json.object().put("wait", atNextOutput));
    }

    private void stream(StreamName stream, String text) {
        publish("stream", Json.object().put("name", stream.wireName()).put("text", text));
    }
}
