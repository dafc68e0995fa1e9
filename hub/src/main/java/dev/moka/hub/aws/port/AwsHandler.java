package dev.moka.hub.aws.port;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.AwsRequest;
import dev.moka.hub.aws.AwsService;
import dev.moka.hub.aws.signature.Claim;
import dev.moka.hub.aws.signature.ClaimReader;
import dev.moka.hub.aws.signature.Dialect;
import dev.moka.hub.errors.ApiException;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The way of each request: who signed it, which service it is for, and what went wrong.
final class AwsHandler extends Handler.Abstract {
    private static final Logger log = LoggerFactory.getLogger(AwsHandler.class);

    private final Authentication authentication;
    private final Map<String, AwsService> services;

    AwsHandler(Authentication authentication, Iterable<AwsService> services) {
        super(InvocationType.BLOCKING);
        this.authentication = authentication;
        this.services =
                java.util.stream.StreamSupport.stream(services.spliterator(), false)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        AwsService::signingName, Function.identity()));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        long began = System.nanoTime();
        Exchange exchange = new Exchange(request, new JettyResponse(response));
        try {
            answer(exchange);
            exchange.response.end();
            callback.succeeded();
        } catch (IOException | RuntimeException e) {
            log.debug("The answer to {} broke off", exchange.head.id(), e);
            callback.failed(e);
        } finally {
            exchange.log(System.nanoTime() - began);
        }
        return true;
    }

    private void answer(Exchange exchange) throws IOException {
        try {
            Optional<Claim> claim = ClaimReader.read(exchange.head);
            if (claim.isEmpty()) {
                answerAnonymous(exchange);
                return;
            }
            exchange.claimed(claim.get());
            AwsRequest request =
                    authentication.authenticate(
                            exchange.head,
                            claim.get(),
                            Content.Source.asInputStream(exchange.request),
                            exchange.request.getLength());
            service(claim.get()).answer(request, exchange.response);
        } catch (AwsException e) {
            refuse(exchange, e);
        } catch (ApiException e) {
            refuse(exchange, translated(e, exchange.dialect));
        } catch (RuntimeException e) {
            log.error("Request {} failed", exchange.head.id(), e);
            refuse(exchange, failure(exchange.dialect));
        }
    }

    private void answerAnonymous(Exchange exchange) throws IOException {
        AwsService s3 = services.get("s3");
        if (exchange.dialect != Dialect.S3 || s3 == null) {
            throw ClaimReader.missing(exchange.head);
        }
        s3.answerAnonymous(exchange.head, exchange.response);
    }

    private AwsService service(Claim claim) {
        AwsService service = services.get(claim.service());
        if (service == null) {
            throw new AwsException(
                    400,
                    "UnknownOperationException",
                    "This hub has no service '%s'; it has %s"
                            .formatted(
                                    claim.service(),
                                    services.keySet().stream()
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
        }
        return service;
    }

    private void refuse(Exchange exchange, AwsException error) throws IOException {
        if (exchange.response.isCommitted()) {
            throw new IOException("Refused after a part of the answer was sent", error);
        }
        exchange.clear();
        AwsService service = services.get(exchange.service);
        if (service == null) {
            PlainErrors.write(exchange.dialect, exchange.head, error, exchange.response);
        } else {
            service.refuse(exchange.head, error, exchange.response);
        }
    }

    private static AwsException translated(ApiException e, Dialect dialect) {
        String code = e.getClass().getSimpleName();
        if (dialect == Dialect.S3) {
            String name = code.replaceFirst("Exception$", "");
            return new AwsException(
                    e.httpStatus(), name.equals("Validation") ? "InvalidArgument" : name, e.text());
        }
        return new AwsException(400, code, e.text());
    }

    private static AwsException failure(Dialect dialect) {
        return switch (dialect) {
            case S3 ->
                    new AwsException(
                            500,
                            "InternalError",
                            "We encountered an internal error. Please try again.");
            case JSON, QUERY ->
                    new AwsException(
                            500,
                            "InternalFailure",
                            "The request processing has failed because of an unknown error,"
                                    + " exception or failure.");
        };
    }
}
