package dev.moka.hub.aws.operation;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.AwsRequest;
import dev.moka.hub.aws.AwsResponse;
import dev.moka.hub.aws.AwsService;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.errors.ApiException;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.ProtocolException;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.function.Function;

/// A service in the protocol AWS JSON 1.1: `POST /` with `X-Amz-Target: Prefix.Operation`.
public final class JsonService implements AwsService {
    private static final String TYPE = "application/x-amz-json-1.1";

    private final String signingName;
    private final String targetPrefix;
    private final int largestBody;
    private final OperationTable table;
    private final Dispatch dispatch;
    private final Function<ApiException, AwsException> words;

    /// A service with these operations.
    ///
    /// @param targetPrefix what stands before the dot in `X-Amz-Target`
    /// @param largestBody bytes of a request that are accepted
    /// @param words what this service calls the hub's own errors
    public JsonService(
            String signingName,
            String targetPrefix,
            int largestBody,
            OperationTable table,
            Function<ApiException, AwsException> words) {
        this.signingName = signingName;
        this.targetPrefix = targetPrefix;
        this.largestBody = largestBody;
        this.table = table;
        this.words = words;
        this.dispatch = new Dispatch(table, words);
    }

    @Override
    public String signingName() {
        return signingName;
    }

    /// The operations behind this service, for its reference page.
    public OperationTable table() {
        return table;
    }

    @Override
    public void answer(AwsRequest request, AwsResponse response) throws IOException {
        byte[] body = Bodies.read(request, largestBody);
        Operation<?, ?> operation = operation(request.head());
        ObjectNode input = parse(body);
        Call call = new Call(request.principal(), request.region(), request.id());
        write(response, 200, dispatch.perform(operation, call, input));
    }

    @Override
    public void refuse(RequestHead head, AwsException error, AwsResponse response)
            throws IOException {
        response.header("x-amzn-ErrorType", error.code());
        ObjectNode node = Json.object().put("__type", error.code()).put("message", error.text());
        write(response, error.httpStatus(), node);
    }

    /// What this service calls one of the hub's own errors.
    public AwsException inItsWords(ApiException error) {
        return words.apply(error);
    }

    private Operation<?, ?> operation(RequestHead head) {
        String target = head.header("X-Amz-Target").orElse("");
        if (!target.startsWith(targetPrefix + ".")) {
            throw new AwsException(
                    404,
                    "UnknownOperationException",
                    "The header X-Amz-Target must be '%s.' and the name of an operation, not '%s'"
                            .formatted(targetPrefix, Words.bounded(target)));
        }
        String name = target.substring(targetPrefix.length() + 1);
        return table.find(name)
                .orElseThrow(() ->
                        new AwsException(404, "UnknownOperationException", table.missing(name)));
    }

    private static ObjectNode parse(byte[] body) {
        if (body.length == 0) {
            return Json.object();
        }
        try {
            return Json.parseObject(body);
        } catch (ProtocolException e) {
            throw new AwsException(
                    400,
                    "SerializationException",
                    "The body is not a JSON object: " + e.getMessage());
        }
    }

    private static void write(AwsResponse response, int status, ObjectNode node)
            throws IOException {
        byte[] bytes = Json.bytes(node);
        response.status(status);
        response.header("Content-Type", TYPE);
        response.header("Content-Length", Integer.toString(bytes.length));
        response.body().write(bytes);
    }
}
