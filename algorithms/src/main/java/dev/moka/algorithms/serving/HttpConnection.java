package dev.moka.algorithms.serving;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One client's connection, request after request (HTTP/1.1, keep-alive).
final class HttpConnection implements Closeable {
    private static final int BUFFER = 1 << 14;
    private static final int MOST_HEADERS = 1 << 16;
    private static final byte[] CONTINUE =
            "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final SocketChannel channel;
    private final long largestBody;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER).flip();
    private boolean keepAlive = true;

    HttpConnection(SocketChannel channel, long largestBody) {
        this.channel = channel;
        this.largestBody = largestBody;
    }

    /// The next request; empty when the client has gone, or said that it would.
    ///
    /// @throws HttpException for one that can't be read; the connection is of no use then
    Optional<HttpRequest> next() throws IOException {
        if (!keepAlive) {
            return Optional.empty();
        }
        String first = line(true);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        keepAlive = false;
        String[] parts = first.split(" ", 3);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new HttpException(HttpResponse.BAD_REQUEST, "this is no HTTP/1.1 request");
        }
        Map<String, String> headers = headers();
        byte[] body = body(headers);
        keepAlive =
                parts[2].equals("HTTP/1.1")
                        && !"close"
                                .equalsIgnoreCase(headers.getOrDefault("connection", "keep-alive"));
        int query = parts[1].indexOf('?');
        String path = query < 0 ? parts[1] : parts[1].substring(0, query);
        return Optional.of(new HttpRequest(parts[0], path, headers, body));
    }

    /// Head and body in one packet where they fit.
    void reply(HttpResponse response) throws IOException {
        byte[] head = response.head();
        byte[] body = response.body();
        write(ByteBuffer.allocate(head.length + body.length).put(head).put(body).flip());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        int size = 0;
        String line = line(false);
        while (!line.isEmpty()) {
            size += line.length();
            int colon = line.indexOf(':');
            if (colon < 1 || size > MOST_HEADERS) {
                throw new HttpException(HttpResponse.HEADERS_TOO_LARGE, "bad or too many headers");
            }
            headers.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
            line = line(false);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        boolean chunked = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"));
        long length = chunked ? 0 : length(headers.getOrDefault("content-length", "0"));
        if (length > largestBody) {
            throw tooLarge();
        }
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            write(ByteBuffer.wrap(CONTINUE));
        }
        if (chunked) {
            return chunks();
        }
        byte[] body = new byte[(int) length];
        fill(body);
        return body;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            String size = line(false).split(";", 2)[0].strip();
            byte[] chunk = new byte[chunkSize(size, body.size())];
            fill(chunk);
            body.writeBytes(chunk);
            if (chunk.length == 0) {
                headers();
                return body.toByteArray();
            }
            line(false);
        }
    }

    private int chunkSize(String text, int before) {
        try {
            long size = Long.parseLong(text, 16);
            if (size < 0 || before + size > largestBody) {
                throw tooLarge();
            }
            return (int) size;
        } catch (NumberFormatException _) {
            throw new HttpException(HttpResponse.BAD_REQUEST, "a chunk has no size");
        }
    }

    private static long length(String text) {
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException _) {
            throw new HttpException(HttpResponse.BAD_REQUEST, "Content-Length is no number");
        }
    }

    private HttpException tooLarge() {
        return new HttpException(
                HttpResponse.TOO_LARGE,
                "The data value transmitted exceeds the capacity limit of %d bytes."
                        .formatted(largestBody));
    }

    /// A line without its end. At the very beginning of a request the client may have gone.
    private String line(boolean first) throws IOException {
        var line = new ByteArrayOutputStream(128);
        while (true) {
            if (!in.hasRemaining() && !read()) {
                if (first && line.size() == 0) {
                    return "";
                }
                throw new EOFException("the client went away within a request");
            }
            byte b = in.get();
            if (b == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1);
            }
            if (b != '\r') {
                line.write(b);
            }
            if (line.size() > MOST_HEADERS) {
                throw new HttpException(HttpResponse.HEADERS_TOO_LARGE, "a line is too long");
            }
        }
    }

    private void fill(byte[] bytes) throws IOException {
        int buffered = Math.min(bytes.length, in.remaining());
        in.get(bytes, 0, buffered);
        ByteBuffer rest = ByteBuffer.wrap(bytes, buffered, bytes.length - buffered);
        while (rest.hasRemaining()) {
            if (channel.read(rest) < 0) {
                throw new EOFException("the client went away within a body");
            }
        }
    }

    private boolean read() throws IOException {
        in.clear();
        int count = channel.read(in);
        in.flip();
        return count > 0;
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
