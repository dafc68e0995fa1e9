package dev.moka.hub.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moka.hub.Person;
import dev.moka.hub.TestHub;
import dev.moka.hub.clients.AnotherAccount.Attempt;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// Whatever one person asks for with their own keys, another account's things are not theirs: each
/// operation that the hub has is tried.
class TwoAccountsTest {
    /// The codes by which AWS's services say that there is nothing here for this caller.
    private static final Set<String> REFUSALS =
            Set.of(
                    "AccessDenied",
                    "AccessDeniedException",
                    "BucketAlreadyExists",
                    "NoSuchEntity",
                    "ResourceNotFound",
                    "ResourceNotFoundException");

    /// How SageMaker, which has no code for it, says the same.
    private static final List<String> NOT_THERE =
            List.of(
                    "RecordNotFound",
                    "Cannot find",
                    "There is no",
                    "does not exist",
                    "Requested resource not found");

    @TempDir static Path home;
    private static TestHub hub;
    private static OwnedThings anns;
    private static Map<String, AnotherAccount> others;

    @BeforeAll
    static void start() throws Exception {
        hub = TestHub.start(home);
        Person admin = hub.admin();
        Person ann = hub.user(admin, "ann");
        anns = OwnedThings.make(hub, ann);
        others =
                Map.of(
                        "bob",
                        new AnotherAccount(hub, hub.user(admin, "bob"), anns),
                        "the administrator",
                        new AnotherAccount(hub, admin, anns));
    }

    @AfterAll
    static void end() {
        others.values().forEach(AnotherAccount::close);
        anns.close();
        hub.close();
    }

    @Test
    void eachOperationThatTheHubHasIsTried() {
        Set<String> all =
                hub.operations().stream()
                        .flatMap(table ->
                                table.operations().keySet().stream()
                                        .map(name -> table.service() + ":" + name))
                        .collect(Collectors.toSet());
        Set<String> tried =
                others.values().iterator().next().attempts().stream()
                        .map(Attempt::operation)
                        .filter(operation -> !operation.startsWith("s3:"))
                        .collect(Collectors.toSet());

        assertThat(tried).isEqualTo(all);
    }

    @TestFactory
    Stream<DynamicTest> nobodyElseReadsOrChangesAnything() {
        return others.entrySet().stream()
                .flatMap(other ->
                        other.getValue().attempts().stream()
                                .map(attempt ->
                                        DynamicTest.dynamicTest(
                                                other.getKey() + " " + attempt,
                                                () -> gainsNothing(attempt))));
    }

    private static void gainsNothing(Attempt attempt) throws Exception {
        if (attempt.mayWork()) {
            assertThat(attempt.call().call().toString()).doesNotContain(OwnedThings.MARK);
        } else {
            AwsServiceException error =
                    catchThrowableOfType(AwsServiceException.class, () -> attempt.call().call());
            assertThat(error).as("a refusal").isNotNull();
            assertThat(isRefusal(error)).as(error.getMessage()).isTrue();
        }
        anns.areAsTheyWere();
    }

    private static boolean isRefusal(AwsServiceException error) {
        String code = String.valueOf(error.awsErrorDetails().errorCode());
        String message = String.valueOf(error.getMessage());
        return REFUSALS.contains(code)
                || error.statusCode() == 403
                || (code.equals("ValidationException")
                        && NOT_THERE.stream().anyMatch(message::contains));
    }
}
