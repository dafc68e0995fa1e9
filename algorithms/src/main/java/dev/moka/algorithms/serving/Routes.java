package dev.moka.algorithms.serving;

import dev.moka.protocol.container.ExecutionParameters;
import dev.moka.protocol.container.Serving;
import java.util.OptionalInt;
import java.util.function.Function;

/// The three pages of a serving container.
///
/// @param largestBody how many bytes an invocation may have
record Routes(Invocations invocations, long largestBody)
        implements Function<HttpRequest, HttpResponse> {
    private static final int MEGABYTE = 1 << 20;

    @Override
    public HttpResponse apply(HttpRequest request) {
        return switch (request.path()) {
            case Serving.INVOCATIONS -> only("POST", request, () -> invocations.answer(request));
            case Serving.PING -> only("GET", request, () -> HttpResponse.text(HttpResponse.OK, ""));
            case Serving.EXECUTION_PARAMETERS -> only("GET", request, this::executionParameters);
            default ->
                    HttpResponse.text(
                            HttpResponse.NOT_FOUND,
                            "'%s' is not here; /ping, /invocations and /execution-parameters are"
                                    .formatted(request.path()));
        };
    }

    /// What answers.
    private interface Answer {
        HttpResponse get();
    }

    private static HttpResponse only(String method, HttpRequest request, Answer answer) {
        return request.method().equals(method)
                ? answer.get()
                : HttpResponse.text(
                        HttpResponse.METHOD_NOT_ALLOWED,
                        "%s takes %s only".formatted(request.path(), method));
    }

    private HttpResponse executionParameters() {
        var parameters =
                new ExecutionParameters(
                        OptionalInt.of(Runtime.getRuntime().availableProcessors()),
                        ExecutionParameters.MULTI_RECORD,
                        OptionalInt.of((int) (largestBody / MEGABYTE)));
        return new HttpResponse(HttpResponse.OK, "application/json", parameters.toJson());
    }
}
