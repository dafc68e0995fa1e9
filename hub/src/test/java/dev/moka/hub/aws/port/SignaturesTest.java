package dev.moka.hub.aws.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the AWS port takes and refuses, in raw bytes that are signed independently of its own code.
class SignaturesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final String CHUNKS = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private static final String OPEN_CHUNKS = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    private static final String BIG = "x".repeat(9000);

    private EchoPort port;
    private String host;

    @BeforeEach
    void listen() {
        port = new EchoPort(Clock.fixed(NOW, ZoneOffset.UTC));
        host = "127.0.0.1:" + port.number();
    }

    @AfterEach
    void stop() {
        port.close();
    }

    private Signer signer() {
        return signer(NOW, port.key.secret(), "us-east-1", "s3");
    }

    private Signer signer(Instant at, String secret, String region, String service) {
        return new Signer(port.key.key().id(), secret, time(at), region, service);
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private Map<String, String> headers(Signer signer, String hash) {
        return new TreeMap<>(
                Map.of("host", host, "x-amz-date", signer.time, "x-amz-content-sha256", hash));
    }

    private String put(Signer signer, Map<String, String> headers, String body) throws IOException {
        String hash = headers.getOrDefault("x-amz-content-sha256", "");
        return port.send(
                request(
                        "PUT",
                        "/b/k",
                        headers,
                        signer.authorization("PUT", "/b/k", "", headers, hash),
                        body));
    }

    private static String request(
            String method,
            String target,
            Map<String, String> headers,
            String authorization,
            String body) {
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        if (!authorization.isEmpty()) {
            text.append("Authorization: ").append(authorization).append("\r\n");
        }
        if (!headers.containsKey("content-length")) {
            text.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return text.append("Connection: close\r\n\r\n").append(body).toString();
    }

    @Test
    void aSignedBodyIsTakenAndAnotherOneIsNot() throws Exception {
        Signer signer = signer();
        Map<String, String> headers = headers(signer, Signer.sha256("hello"));

        assertThat(put(signer, headers, "hello")).startsWith("HTTP/1.1 200").endsWith("hello");
        assertThat(put(signer, headers, "jello")).contains("XAmzContentSHA256Mismatch");
        headers.put("x-amz-content-sha256", UNSIGNED);
        assertThat(put(signer, headers, "anything")).endsWith("anything");
        headers.put("content-length", "20");
        assertThat(put(signer, headers, "short")).doesNotContain("HTTP/1.1 200");
    }

    @Test
    void whoCannotSignIsToldWhy() throws Exception {
        String wrong =
                put(signer(NOW, "wrong", "us-east-1", "s3"), headers(signer(), UNSIGNED), "x");
        assertThat(wrong)
                .contains("HTTP/1.1 403", "<Code>SignatureDoesNotMatch</Code>", "<StringToSign>")
                .containsPattern("x-amz-request-id: [0-9A-F]{16}")
                .contains("x-amz-id-2: ");
        Signer stranger = new Signer("AKIAAAAAAAAAAAAAAAAA", "x", time(NOW), "us-east-1", "s3");
        assertThat(put(stranger, headers(stranger, UNSIGNED), "x")).contains("InvalidAccessKeyId");
        Signer late =
                signer(NOW.minus(Duration.ofMinutes(16)), port.key.secret(), "us-east-1", "s3");
        assertThat(put(late, headers(late, UNSIGNED), "x")).contains("RequestTimeTooSkewed");
        Signer nearly =
                signer(NOW.plus(Duration.ofMinutes(14)), port.key.secret(), "us-east-1", "s3");
        assertThat(put(nearly, headers(nearly, UNSIGNED), "x")).startsWith("HTTP/1.1 200");
        Signer far = signer(NOW, port.key.secret(), "eu-west-1", "s3");
        assertThat(put(far, headers(far, UNSIGNED), "x"))
                .contains("AuthorizationHeaderMalformed", "<Region>us-east-1</Region>");
        Map<String, String> extra = headers(signer(), UNSIGNED);
        String authorization = signer().authorization("PUT", "/b/k", "", extra, UNSIGNED);
        extra.put("x-amz-meta-late", "1");
        assertThat(port.send(request("PUT", "/b/k", extra, authorization, "x")))
                .contains("AccessDenied", "<HeadersNotSigned>x-amz-meta-late</HeadersNotSigned>");
        assertThat(port.bytesRead.get()).isEqualTo(1);
    }

    @Test
    void otherSchemesAreRefusedByName() throws Exception {
        Map<String, String> headers = headers(signer(), UNSIGNED);
        assertThat(port.send(request("GET", "/b", headers, "AWS AKIA:abc=", "")))
                .contains("InvalidRequest", "Signature Version 2");
        assertThat(
                        port.send(
                                request(
                                        "GET",
                                        "/b",
                                        headers,
                                        "AWS4-ECDSA-P256-SHA256 Credential=a/b/s3/aws4_request,"
                                                + " X=1",
                                        "")))
                .contains("Signature Version 4A");
        assertThat(port.send(request("GET", "/b", Map.of("host", host), "", "")))
                .contains("HTTP/1.1 403");
    }

    @Test
    void anyKeyAndMetadataCanBeSigned() throws Exception {
        Signer signer = signer();
        for (String path :
                List.of(
                        "/b/a%20b",
                        "/b/x//y", "/b/../c/./d", "/b/%2F%23%3F", "/b/%C3%A9%E2%98%95", "/b/~a")) {
            Map<String, String> headers = headers(signer, UNSIGNED);
            headers.put("x-amz-meta-name", "caf\u00c3\u00a9");
            String authorization = signer.authorization("PUT", path, "", headers, UNSIGNED);
            assertThat(port.send(request("PUT", path, headers, authorization, "x")))
                    .describedAs(path)
                    .contains("x-echo: " + path + " none");
        }
    }

    @Test
    void anAddressIsGoodForItsTime() throws Exception {
        assertThat(presigned(NOW.minusSeconds(59), 60)).startsWith("HTTP/1.1 200");
        assertThat(presigned(NOW.minusSeconds(61), 60)).contains("Request has expired");
        assertThat(presigned(NOW, 604_801)).contains("AuthorizationQueryParametersError", "week");
        assertThat(presigned(NOW, 0)).contains("AuthorizationQueryParametersError");
    }

    private String presigned(Instant at, int seconds) throws IOException {
        Signer signer = signer(at, port.key.secret(), "us-east-1", "s3");
        String query =
                "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=%s&X-Amz-Date=%s&X-Amz-Expires=%d&X-Amz-SignedHeaders=host"
                        .formatted(
                                (signer.keyId + "/" + signer.scope()).replace("/", "%2F"),
                                signer.time,
                                seconds);
        String signature = signer.signature("GET", "/b/k", query, Map.of("host", host), UNSIGNED);
        return port.send(
                request(
                        "GET",
                        "/b/k?" + query + "&X-Amz-Signature=" + signature,
                        Map.of("host", host),
                        "",
                        ""));
    }

    @Test
    void chunksMustFollowFromEachOther() throws Exception {
        Signer signer = signer();
        Map<String, String> headers = headers(signer, CHUNKS);
        headers.put("content-encoding", "aws-chunked");
        headers.put("x-amz-decoded-content-length", String.valueOf(BIG.length() + 3));
        String seed = signer.signature("PUT", "/b/k", "", headers, CHUNKS);
        String first = signer.chunk(seed, BIG);
        String second = signer.chunk(first, "end");
        String last = signer.chunk(second, "");
        List<String> chunks =
                List.of(
                        "2328;chunk-signature=%s\r\n%s\r\n".formatted(first, BIG),
                        "3;chunk-signature=%s\r\nend\r\n".formatted(second),
                        "0;chunk-signature=%s\r\n\r\n".formatted(last));

        assertThat(put(signer, headers, String.join("", chunks))).endsWith(BIG + "end");
        assertThat(
                        put(
                                signer,
                                headers,
                                chunks.get(0)
                                        + chunks.get(1).replace("end", "End")
                                        + chunks.get(2)))
                .contains("SignatureDoesNotMatch");
        assertThat(put(signer, headers, chunks.get(0) + chunks.get(2)))
                .contains("SignatureDoesNotMatch");
        assertThat(put(signer, headers, chunks.get(0) + chunks.get(1))).contains("IncompleteBody");
        assertThat(put(signer, headers, String.join("", chunks) + "more"))
                .contains("InvalidRequest");
        headers.put("x-amz-decoded-content-length", "9004");
        assertThat(put(signer, headers, String.join("", chunks))).doesNotContain("HTTP/1.1 200");
    }

    @Test
    void trailersAreGivenOnAndMustBeAsAnnounced() throws Exception {
        Signer signer = signer();
        Map<String, String> headers = headers(signer, OPEN_CHUNKS);
        headers.put("x-amz-decoded-content-length", "5");
        headers.put("x-amz-trailer", "x-amz-checksum-crc32");
        String body = "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n";

        assertThat(put(signer, headers, body)).contains("x-echo: /b/k NhCmhg==").endsWith("hello");
        assertThat(put(signer, headers, body.replace("crc32:", "sha1:")))
                .contains("MalformedTrailerError");
        assertThat(put(signer, headers, "6\r\nhello!\r\n0\r\n\r\n")).contains("IncompleteBody");

        String signed = CHUNKS + "-TRAILER";
        headers.put("x-amz-content-sha256", signed);
        String seed = signer.signature("PUT", "/b/k", "", headers, signed);
        String first = signer.chunk(seed, "hello");
        String last = signer.chunk(first, "");
        String line = "x-amz-checksum-crc32:NhCmhg==";
        String good =
                "5;chunk-signature=%s\r\nhello\r\n0;chunk-signature=%s\r\n%s\r\nx-amz-trailer-signature:%s\r\n\r\n"
                        .formatted(first, last, line, signer.trailer(last, line + "\n"));
        assertThat(put(signer, headers, good)).contains("x-echo: /b/k NhCmhg==").endsWith("hello");
        assertThat(put(signer, headers, good.replace("NhC", "nhC")))
                .contains("SignatureDoesNotMatch");
    }

    @Test
    void jsonIsRefusedInJsonAndItsBodyIsSigned() throws Exception {
        Signer signer = signer(NOW, port.key.secret(), "us-east-1", "sagemaker");
        Map<String, String> headers =
                new TreeMap<>(Map.of("host", host, "x-amz-date", signer.time));
        headers.put("x-amz-target", "SageMaker.ListModels");
        String authorization = signer.authorization("POST", "/", "", headers, Signer.sha256("{}"));

        assertThat(port.send(request("POST", "/", headers, authorization, "{}"))).endsWith("{}");
        assertThat(port.send(request("POST", "/", headers, authorization, "[]")))
                .contains("HTTP/1.1 400", "\"__type\":\"InvalidSignatureException\"")
                .contains("x-amzn-RequestId: ");
        assertThat(port.send(request("POST", "/", headers, "", "{}")))
                .contains("MissingAuthenticationTokenException");
    }

    @Test
    void headersAreBounded() throws Exception {
        Map<String, String> headers = headers(signer(), UNSIGNED);
        headers.put("x-amz-meta-large", "m".repeat(17_000));
        assertThat(port.send(request("GET", "/b", headers, "", "")))
                .contains("<Code>RequestHeaderSectionTooLarge</Code>")
                .doesNotContain("<html", "Jetty");
        assertThat(port.send("NONSENSE\r\n\r\n")).doesNotContain("<html", "Jetty");
    }

    @Test
    void oneHundredIsSaidOnlyToWhoIsKnown() throws Exception {
        Signer signer = signer();
        Map<String, String> headers = headers(signer, UNSIGNED);
        headers.put("content-length", "5");
        String good = signer.authorization("PUT", "/b/k", "", headers, UNSIGNED);
        headers.put("expect", "100-continue");

        List<String> taken = port.sendInTwo(request("PUT", "/b/k", headers, good, ""), "hello");
        assertThat(taken.getFirst()).isEqualTo("HTTP/1.1 100 Continue");
        assertThat(taken.getLast()).contains("HTTP/1.1 200").endsWith("hello");
        assertThat(
                        port.send(
                                request(
                                        "PUT",
                                        "/b/k",
                                        headers,
                                        good.replace("Signature=", "Signature=0"),
                                        "")))
                .startsWith("HTTP/1.1 40");
    }

    @Test
    void manySlowClientsDoNotKeepOthersWaiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.number());
                socket.getOutputStream().write("PUT /b/k HT".getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            Signer signer = signer();
            assertThat(put(signer, headers(signer, UNSIGNED), "x")).startsWith("HTTP/1.1 200");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void nothingThatIsChangedGetsThrough() throws Exception {
        Random random = new Random(20_260_301);
        Signer signer = signer();
        Map<String, String> headers = headers(signer, Signer.sha256("hello"));
        String authorization =
                signer.authorization(
                        "PUT",
                        "/b/k",
                        "",
                        headers,
                        headers.getOrDefault("x-amz-content-sha256", ""));
        String good = request("PUT", "/b/k", headers, authorization, "hello");
        int head = good.indexOf("Connection: close");
        for (int i = 0; i < 400; i++) {
            StringBuilder changed = new StringBuilder(good);
            int at = random.nextInt(head);
            changed.setCharAt(at, (char) (32 + random.nextInt(220)));
            String answer = port.send(changed.toString());
            if (answer.startsWith("HTTP/1.1 200")) {
                assertThat(
                                changed.toString()
                                        .toLowerCase(Locale.ROOT)
                                        .replaceAll("[ \t\u00a0]", ""))
                        .describedAs("changed at %d", at)
                        .isEqualTo(good.toLowerCase(Locale.ROOT).replaceAll("[ \t\u00a0]", ""));
            } else {
                assertThat(answer).doesNotContain("InternalError", "InternalFailure", "<html");
            }
        }
    }
}
