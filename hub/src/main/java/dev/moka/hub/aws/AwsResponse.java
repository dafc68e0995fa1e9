package dev.moka.hub.aws;

import java.io.IOException;
import java.io.OutputStream;

/// The answer to a request; the port adds the request id, the date and the server.
public interface AwsResponse {

    void status(int status);

    void header(String name, String value);

    /// The content; status and headers are fixed with its first byte.
    OutputStream body() throws IOException;

    /// Whether status and headers were sent, so that an error can only break the connection.
    boolean isCommitted();
}
