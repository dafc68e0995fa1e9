package dev.moka.hub.aws.port;

import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.aws.signature.Claim;
import dev.moka.hub.aws.signature.Dialect;

import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/// A request on its way, with what is known of it so far.
final class Exchange {
    private static final Logger log = LoggerFactory.getLogger("dev.moka.hub.aws.requests");
    private static final int S3_ID_LENGTH = 16;

    final Request request;
    final JettyResponse response;
    final RequestHead head;
    Dialect dialect;
    String service;
    private String accessKeyId = "-";

    Exchange(Request request, JettyResponse response) {
        this.request = request;
        this.response = response;
        String id = UUID.randomUUID().toString();
        RequestHead first = RequestHeads.of(request, id);
        this.dialect = Dialect.guess(first);
        boolean s3 = looksLikeS3(first);
        this.head =
                s3
                        ? RequestHeads.of(
                                request,
                                id.replace("-", "")
                                        .substring(0, S3_ID_LENGTH)
                                        .toUpperCase(Locale.ROOT))
                        : first;
        this.service = s3 ? "s3" : "";
        identify();
    }

    void claimed(Claim claim) {
        dialect = claim.dialect();
        service = claim.service();
        accessKeyId = claim.accessKeyId();
    }

    /// Forgets what was set for the answer, but not its id.
    void clear() {
        response.clear();
        identify();
    }

    /// One line a request; nothing that was signed with, nor any name of a customer's data.
    void log(long nanos) {
        if (log.isInfoEnabled()) {
            log.info(
                    "{} {} {} {} {} {} ms {}",
                    head.method(),
                    service.isEmpty() ? "-" : service,
                    head.header("x-amz-target").map(Exchange::printable).orElse("-"),
                    accessKeyId,
                    response.status(),
                    nanos / 1_000_000,
                    head.id());
        }
    }

    private void identify() {
        if (service.equals("s3")) {
            response.header("x-amz-request-id", head.id());
            response.header(
                    "x-amz-id-2",
                    Base64.getEncoder()
                            .encodeToString(
                                    ("moka/" + head.id()).getBytes(StandardCharsets.US_ASCII)));
        } else {
            response.header("x-amzn-RequestId", head.id());
        }
    }

    private static boolean looksLikeS3(RequestHead head) {
        String credential =
                head.parameter("X-Amz-Credential")
                        .or(() -> head.header("authorization"))
                        .orElse("");
        boolean signed = credential.contains("/aws4_request");
        return signed ? credential.contains("/s3/aws4_request") : Dialect.guess(head) == Dialect.S3;
    }

    private static String printable(String text) {
        String shown = text.length() <= 100 ? text : text.substring(0, 100);
        return shown.replaceAll("[^\\w.:/-]", "?");
    }
}
