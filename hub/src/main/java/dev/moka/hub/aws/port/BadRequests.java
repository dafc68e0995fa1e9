package dev.moka.hub.aws.port;

import dev.moka.hub.aws.AwsException;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

import java.io.IOException;

/// Answers what never became a request, such as one with too many headers, in AWS's form.
final class BadRequests extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        JettyResponse answer = new JettyResponse(response);
        try {
            Exchange exchange = new Exchange(request, answer);
            PlainErrors.write(exchange.dialect, exchange.head, error(status), answer);
            answer.end();
            callback.succeeded();
        } catch (IOException | RuntimeException e) {
            callback.failed(e);
        }
        return true;
    }

    private static AwsException error(int status) {
        return switch (status) {
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431, HttpStatus.URI_TOO_LONG_414 ->
                    new AwsException(
                            400,
                            "RequestHeaderSectionTooLarge",
                            "Your request header and query-string sections exceed the maximum"
                                    + " allowed size of 16384 bytes.");
            case HttpStatus.SERVICE_UNAVAILABLE_503 ->
                    new AwsException(503, "ServiceUnavailable", "The hub is about to end");
            default ->
                    new AwsException(
                            Math.max(400, status),
                            status >= 500 ? "InternalError" : "BadRequest",
                            "An error occurred when parsing the HTTP request.");
        };
    }
}
