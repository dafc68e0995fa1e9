package dev.moka.kernel.loop;

import dev.moka.kernel.transport.Address;
import dev.moka.kernel.transport.Ids;
import dev.moka.kernel.transport.Transport;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Header;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.RawMessage;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/// Makes the kernel's messages and hands them to the transport. Usable from any thread.
final class Outbox {
    private static final String USERNAME = "kernel";
    private static final byte[] EMPTY = {'{', '}'};

    private final Transport transport;
    private final Clock clock;
    private final String session = Ids.next();
    private final AtomicLong messages = new AtomicLong();

    Outbox(Transport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /// Tells every client something that came of a request.
    void publish(Optional<Request> cause, String type, ObjectNode content) {
        publish(cause, type, content, List.of());
    }

    /// Tells every client something that came of a request, with binary attachments.
    void publish(Optional<Request> cause, String type, ObjectNode content, List<byte[]> buffers) {
        byte[] parent = cause.map(request -> request.raw().header()).orElse(EMPTY);
        transport.send(
                new RawMessage(
                        Channel.IOPUB, header(type), parent, EMPTY, Json.bytes(content), buffers),
                Address.topic(type));
    }

    /// Answers a request on the channel that it came on.
    void reply(Request request, ObjectNode content, ObjectNode metadata) {
        send(request.message().channel(), request, request.replyType(), content, metadata);
    }

    /// Answers a request on the channel that it came on.
    void reply(Request request, ObjectNode content) {
        reply(request, content, Json.object());
    }

    /// Asks the client that sent the request something, on the stdin channel.
    void ask(Request request, String type, ObjectNode content) {
        send(Channel.STDIN, request, type, content, Json.object());
    }

    private void send(
            Channel channel,
            Request request,
            String type,
            ObjectNode content,
            ObjectNode metadata) {
        transport.send(
                new RawMessage(
                        channel,
                        header(type),
                        request.raw().header(),
                        Json.bytes(metadata),
                        Json.bytes(content),
                        List.of()),
                request.from());
    }

    private byte[] header(String type) {
        String id = session + "_" + messages.incrementAndGet();
        String date = clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
        return Json.bytes(
                new Header(id, session, USERNAME, date, type, Header.VERSION, null).toJson());
    }
}
