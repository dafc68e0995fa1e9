package dev.moka.hub.aws;

import java.util.List;
import java.util.Optional;

/// What a client sent before the body; nothing in it is trusted yet.
///
/// @param id the request id that the answer carries
/// @param host of the `Host` header, without port, in lower case
/// @param path as it was sent, still percent-encoded, from the first slash to the question mark
/// @param query the decoded parameters in their order; a parameter without `=` has an empty value
public record RequestHead(
        String id,
        String method,
        String host,
        String path,
        List<Parameter> query,
        Headers headers) {

    /// One query parameter, decoded.
    public record Parameter(String name, String value) {}

    /// The headers of a request; names are matched without regard to case.
    public interface Headers {
        /// The values of all headers of that name, joined by commas.
        Optional<String> value(String name);

        /// All names, in lower case, each once.
        List<String> names();
    }

    public RequestHead {
        query = List.copyOf(query);
    }

    public Optional<String> parameter(String name) {
        return query.stream().filter(p -> p.name().equals(name)).map(Parameter::value).findFirst();
    }

    public boolean has(String parameter) {
        return parameter(parameter).isPresent();
    }

    public Optional<String> header(String name) {
        return headers.value(name);
    }
}
