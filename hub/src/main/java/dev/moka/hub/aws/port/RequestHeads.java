package dev.moka.hub.aws.port;

import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.aws.RequestHead.Headers;
import dev.moka.hub.aws.RequestHead.Parameter;
import dev.moka.hub.aws.signature.PercentEncoding;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Turns Jetty's requests into ours.
final class RequestHeads {
    private RequestHeads() {}

    static RequestHead of(Request request, String id) {
        String path = request.getHttpURI().getPath();
        return new RequestHead(
                id,
                request.getMethod(),
                host(request),
                path == null || path.isEmpty() ? "/" : path,
                query(request.getHttpURI().getQuery()),
                new JettyHeaders(request.getHeaders()));
    }

    private static String host(Request request) {
        String host = request.getHttpURI().getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    static List<Parameter> query(String query) {
        List<Parameter> parameters = new ArrayList<>();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        for (String part : query.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                parameters.add(new Parameter(decoded(name), decoded(value)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return PercentEncoding.decoded(text.replace('+', ' '));
    }

    /// A header field's characters are the bytes that were sent.
    private record JettyHeaders(HttpFields fields) implements Headers {
        @Override
        public Optional<String> value(String name) {
            List<String> values = fields.getValuesList(name);
            return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
        }

        @Override
        public List<String> names() {
            return fields.stream()
                    .map(HttpField::getName)
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .distinct()
                    .toList();
        }
    }
}
