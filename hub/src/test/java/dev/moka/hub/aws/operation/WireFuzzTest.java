package dev.moka.hub.aws.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.account.Principal;
import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.AwsRequest;
import dev.moka.hub.aws.AwsResponse;
import dev.moka.hub.aws.AwsService;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.errors.ApiException;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.UserName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Bodies of every kind of brokenness: each is answered, or refused in AWS's form, never a bug.
class WireFuzzTest {
    private static final int ROUNDS = 20_000;
    private static final String JSON =
            """
            {"ResourceArn":"arn:aws:sagemaker:us-east-1:123456789012:notebook-instance/a","Tags":[{"Key":"k","Value":"v"}]}\
            """;
    private static final String FORM =
            "Action=TagRole&Version=2010-05-08&RoleName=a&Tags.member.1.Key=k&Tags.member.1.Value=v";

    record Tag(String key, String value) {}

    record AddTagsRequest(String resourceArn, List<Tag> tags) {}

    record TagRoleRequest(String roleName, List<Tag> tags) {}

    private final Random random = new Random(42);

    @Test
    void jsonOfAnyKindIsAnsweredOrRefused() throws Exception {
        JsonService service =
                new JsonService(
                        "sagemaker",
                        "SageMaker",
                        1 << 20,
                        table(
                                "sagemaker",
                                Operation.of(
                                        "AddTags",
                                        AddTagsRequest.class,
                                        (_, r) -> touch(r.tags()))),
                        WireFuzzTest::words);
        assertThat(answer(service, JSON)).isEqualTo(200);
        fuzz(service, JSON);
    }

    @Test
    void formsOfAnyKindAreAnsweredOrRefused() throws Exception {
        QueryService service =
                new QueryService(
                        "iam",
                        "2010-05-08",
                        "https://iam.amazonaws.com/doc/2010-05-08/",
                        table(
                                "iam",
                                Operation.of(
                                        "TagRole",
                                        TagRoleRequest.class,
                                        (_, r) -> touch(r.tags()))),
                        WireFuzzTest::words);
        assertThat(answer(service, FORM)).isEqualTo(200);
        fuzz(service, FORM);
    }

    private void fuzz(AwsService service, String valid) throws Exception {
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            int status = answer(service, mutated(valid));
            assertThat(status).isBetween(200, 499);
            refused += status == 200 ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(ROUNDS / 2);
        for (String hostile :
                List.of(
                        "[".repeat(100_000),
                        "{\"a\":".repeat(5_000),
                        "\"",
                        "null",
                        "1e999999999")) {
            assertThat(answer(service, hostile)).isBetween(400, 499);
        }
    }

    private String mutated(String valid) {
        StringBuilder text = new StringBuilder(valid);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.setCharAt(at, (char) random.nextInt(0x180));
                case 2 -> text.insert(at, "{}[]\",:0-1.%&=".charAt(random.nextInt(14)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 12)));
            }
        }
        return text.toString();
    }

    private static int answer(AwsService service, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        RequestHead head = new RequestHead("id", "POST", "localhost", "/", List.of(), new Target());
        Principal principal =
                new Principal(
                        new AccountId("123456789012"),
                        new Caller(new UserName("ann"), Role.USER),
                        "arn",
                        "id",
                        "key",
                        "key");
        AwsRequest request =
                new AwsRequest(
                        head,
                        principal,
                        "us-east-1",
                        new ByteArrayInputStream(bytes),
                        bytes.length,
                        _ -> Optional.empty());
        Recorder recorder = new Recorder();
        try {
            service.answer(request, recorder);
        } catch (AwsException e) {
            service.refuse(head, e, recorder);
        }
        return recorder.status;
    }

    /// The handler reads everything, so that a wrong type can't hide.
    private static void touch(List<Tag> tags) {
        for (Tag tag : tags) {
            assertThat(tag.key() + tag.value()).isNotNull();
        }
    }

    private static OperationTable table(String service, Operation<?, ?> operation) {
        return OperationTable.of(
                service, service, WireNames.UPPER_CAMEL, Set.of(), List.of(List.of(operation)));
    }

    private static AwsException words(ApiException error) {
        return new AwsException(400, error.code(), error.text());
    }

    /// The headers of a request for the operation AddTags.
    private static final class Target implements RequestHead.Headers {
        private final Map<String, String> values = Map.of("x-amz-target", "SageMaker.AddTags");

        @Override
        public Optional<String> value(String name) {
            return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
        }

        @Override
        public List<String> names() {
            return List.copyOf(values.keySet());
        }
    }

    /// Remembers an answer.
    private static final class Recorder implements AwsResponse {
        private int status;
        private @Nullable ByteArrayOutputStream content;

        @Override
        public void status(int value) {
            status = value;
        }

        @Override
        public void header(String name, String value) {
            assertThat(value).isNotNull();
        }

        @Override
        public OutputStream body() {
            content = new ByteArrayOutputStream();
            return content;
        }

        @Override
        public boolean isCommitted() {
            return content != null;
        }
    }
}
