package dev.moka.lab.kernels;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Header;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.jupyter.WebSocketV1;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/// Requests that the lab itself makes of a kernel: to interrupt, to shut down.
final class LabRequests {
    /// The client session under which the lab asks.
    static final String SESSION = "moka-lab";

    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();

    /// A request that has been made but perhaps not sent.
    record Request(String msgId, byte[] frame, CountDownLatch answered) {
        boolean awaitAnswer(Duration atMost) throws InterruptedException {
            return answered.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    Request make(String type, ObjectNode content) {
        Header header = Header.of(type, SESSION, "moka");
        Message message =
                new Message(Channel.CONTROL, header, null, Json.object(), content, List.of());
        CountDownLatch answered = new CountDownLatch(1);
        waiting.put(header.msgId(), answered);
        return new Request(header.msgId(), WebSocketV1.encode(message.toRaw()), answered);
    }

    /// Takes an answer. Returns whether it was to a request of the lab.
    boolean answered(String parent) {
        CountDownLatch answered = waiting.remove(parent);
        if (answered != null) {
            answered.countDown();
        }
        return answered != null;
    }

    /// Lets everyone go who waits for an answer.
    void giveUp() {
        waiting.values().forEach(CountDownLatch::countDown);
        waiting.clear();
    }
}
