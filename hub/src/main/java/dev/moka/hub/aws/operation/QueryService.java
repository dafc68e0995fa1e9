package dev.moka.hub.aws.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.AwsRequest;
import dev.moka.hub.aws.AwsResponse;
import dev.moka.hub.aws.AwsService;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.errors.ApiException;
import dev.moka.protocol.jupyter.Json;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// A service in the AWS query protocol: a form with `Action` and the members, answered in XML.
public final class QueryService implements AwsService {
    private static final int LARGEST_BODY = 1 << 20;

    private final String signingName;
    private final String version;
    private final String namespace;
    private final OperationTable table;
    private final Dispatch dispatch;

    /// A service with these operations.
    ///
    /// @param version of the service's API, such as `2011-06-15`
    /// @param namespace of the XML answers
    /// @param words what this service calls the hub's own errors
    public QueryService(
            String signingName,
            String version,
            String namespace,
            OperationTable table,
            Function<ApiException, AwsException> words) {
        this.signingName = signingName;
        this.version = version;
        this.namespace = namespace;
        this.table = table;
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
        byte[] body = Bodies.read(request, LARGEST_BODY);
        Map<String, String> parameters = new LinkedHashMap<>();
        request.head().query().forEach(p -> parameters.put(p.name(), p.value()));
        parameters.putAll(QueryForm.parse(new String(body, UTF_8)));
        String action = parameters.getOrDefault("Action", "");
        Operation<?, ?> operation =
                table.find(action)
                        .orElseThrow(() ->
                                new AwsException(
                                        400,
                                        "InvalidAction",
                                        action.isEmpty()
                                                ? "The request has no parameter Action"
                                                : table.missing(action)
                                                        + " (version "
                                                        + version
                                                        + ")"));
        ObjectNode input =
                table.model()
                        .input(action)
                        .map(shape -> new QueryForm(table.model()).tree(shape, parameters))
                        .orElseGet(Json::object);
        Call call = new Call(request.principal(), request.region(), request.id());
        ObjectNode output = dispatch.perform(operation, call, input);
        write(
                response,
                200,
                new QueryXml(namespace, table.model()).result(action, output, request.id()));
    }

    @Override
    public void refuse(RequestHead head, AwsException error, AwsResponse response)
            throws IOException {
        write(
                response,
                error.httpStatus(),
                new QueryXml(namespace, table.model()).error(error, head.id()));
    }

    private static void write(AwsResponse response, int status, byte[] xml) throws IOException {
        response.status(status);
        response.header("Content-Type", "text/xml");
        response.header("Content-Length", Integer.toString(xml.length));
        response.body().write(xml);
    }
}
