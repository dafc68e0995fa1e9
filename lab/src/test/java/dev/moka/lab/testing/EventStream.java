package dev.moka.lab.testing;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Header;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.jupyter.WebSocketV1;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// A page that follows a kernel by server-sent events, because its WebSockets are blocked.
public final class EventStream implements AutoCloseable {
    private final URI address;
    private final String session;
    private final HttpClient client;
    private final BufferedReader events;
    private final String connection;
    private final List<Message> seen = new ArrayList<>();

    private EventStream(URI address, String session, HttpClient client, InputStream body)
            throws IOException {
        this.address = address;
        this.session = session;
        this.client = client;
        this.events = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        this.connection = next("attached");
    }

    /// Connects to a kernel as a client session.
    public static EventStream open(URI base, String kernel, String session)
            throws IOException, InterruptedException {
        URI address =
                URI.create(
                        "%s/moka/kernels/%s/stream?session_id=%s".formatted(base, kernel, session));
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<InputStream> response =
                client.send(
                        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new AssertionError("status " + response.statusCode());
        }
        return new EventStream(address, session, client, response.body());
    }

    /// Asks to run code and returns the request's id.
    public String run(String code) throws IOException, InterruptedException {
        ObjectNode content = Json.object().put("code", code).put("silent", false);
        content.put("store_history", true).put("allow_stdin", false).put("stop_on_error", true);
        content.putObject("user_expressions");
        Header header = Header.of("execute_request", session, "ann");
        Message message =
                new Message(Channel.SHELL, header, null, Json.object(), content, List.of());
        byte[] frame = WebSocketV1.encode(message.toRaw());
        String answer =
                post(ByteBuffer.allocate(frame.length + 4).putInt(frame.length).put(frame).array());
        if (!answer.startsWith("204")) {
            throw new AssertionError(answer);
        }
        return header.msgId();
    }

    /// Posts a body; answers with status and body.
    public String post(byte[] body) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(address)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    /// Says good-bye; answers with the status.
    public int leave() throws IOException, InterruptedException {
        URI goodBye = URI.create(address + "&connection=" + connection);
        return client.send(
                        HttpRequest.newBuilder(goodBye).DELETE().build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /// Reads until a message fits.
    public Message await(Predicate<Message> fits) throws IOException {
        while (true) {
            byte[] frame = Base64.getDecoder().decode(next("message"));
            Message message = Message.parse(WebSocketV1.decode(frame));
            seen.add(message);
            if (fits.test(message)) {
                return message;
            }
        }
    }

    /// The first message of a type among those that were read.
    public Message seen(String type) {
        return seen.stream()
                .filter(message -> message.header().msgType().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there was no " + type));
    }

    /// Reads until the server ends the stream; answers with its reason.
    public String end() throws IOException {
        return next("end");
    }

    private String next(String wanted) throws IOException {
        String event = "message";
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.startsWith("event: ")) {
                event = line.substring("event: ".length());
            } else if (line.startsWith("data: ") && event.equals(wanted)) {
                return line.substring("data: ".length());
            } else if (line.isEmpty()) {
                event = "message";
            }
        }
        throw new AssertionError("the stream ended before an event '%s'".formatted(wanted));
    }

    /// Goes without a word.
    @Override
    public void close() {
        client.shutdownNow();
    }
}
