package dev.moka.hub.aws.port;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.AwsResponse;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.aws.signature.Dialect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Error documents for requests that belong to none of the hub's services.
final class PlainErrors {
    private PlainErrors() {}

    static void write(Dialect dialect, RequestHead head, AwsException error, AwsResponse response)
            throws IOException {
        response.status(error.httpStatus());
        String document =
                switch (dialect) {
                    case S3 -> s3(head, error);
                    case JSON -> json(error);
                    case QUERY -> query(head, error);
                };
        if (dialect == Dialect.JSON) {
            response.header("Content-Type", "application/x-amz-json-1.1");
            response.header("x-amzn-ErrorType", error.code());
        } else {
            response.header("Content-Type", "application/xml");
        }
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        if (!head.method().equals("HEAD")) {
            response.body().write(bytes);
        }
    }

    private static String json(AwsException error) {
        return "{\"__type\":\"%s\",\"message\":\"%s\"}"
                .formatted(error.code(), escapedJson(error.text()));
    }

    private static String query(RequestHead head, AwsException error) {
        return """
        <ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>\
        <RequestId>%s</RequestId></ErrorResponse>
        """
                .formatted(error.code(), escapedXml(error.text()), head.id());
    }

    private static String s3(RequestHead head, AwsException error) {
        StringBuilder document =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>");
        append(document, "Code", error.code());
        append(document, "Message", error.text());
        error.details().forEach((name, value) -> append(document, name, value));
        append(document, "RequestId", head.id());
        return document.append("</Error>").toString();
    }

    private static void append(StringBuilder document, String name, String value) {
        document.append('<').append(name).append('>');
        document.append(escapedXml(value));
        document.append("</").append(name).append('>');
    }

    private static String escapedXml(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#13;");
                case '\n', '\t' -> escaped.append(c);
                default -> escaped.append(c < ' ' || c >= 0xfffe ? '\ufffd' : c);
            }
        }
        return escaped.toString();
    }

    private static String escapedJson(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ') {
                escaped.append("\\u%04x".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
