package dev.moka.hub.aws.port;

import dev.moka.hub.aws.AwsResponse;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// An answer on Jetty. A short one is sent in one piece with its length; a long one as it comes.
final class JettyResponse implements AwsResponse {
    private static final int BUFFER = 32_768;

    private final Response response;
    private final Body body = new Body();

    JettyResponse(Response response) {
        this.response = response;
    }

    @Override
    public void status(int status) {
        response.setStatus(status);
    }

    @Override
    public void header(String name, String value) {
        response.getHeaders().put(name, value);
    }

    @Override
    public OutputStream body() {
        return body;
    }

    @Override
    public boolean isCommitted() {
        return response.isCommitted();
    }

    int status() {
        return response.getStatus();
    }

    /// Forgets what was set and not sent yet.
    void clear() {
        response.reset();
        body.count = 0;
    }

    /// Sends what is left.
    void end() throws IOException {
        body.close();
    }

    private final class Body extends OutputStream {
        private byte[] buffer = new byte[512];
        private int count;
        private boolean closed;

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (closed) {
                throw new IOException("The answer was sent already");
            }
            if (length > BUFFER - count) {
                flush();
            }
            if (length >= BUFFER) {
                Content.Sink.write(response, false, ByteBuffer.wrap(bytes, offset, length));
                return;
            }
            if (length > buffer.length - count) {
                buffer = Arrays.copyOf(buffer, BUFFER);
            }
            System.arraycopy(bytes, offset, buffer, count, length);
            count += length;
        }

        @Override
        public void flush() throws IOException {
            if (count > 0) {
                Content.Sink.write(response, false, ByteBuffer.wrap(buffer, 0, count));
                count = 0;
            }
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            if (!response.isCommitted()
                    && !response.getHeaders().contains(HttpHeader.CONTENT_LENGTH)) {
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, count);
            }
            Content.Sink.write(response, true, ByteBuffer.wrap(buffer, 0, count));
        }
    }
}
