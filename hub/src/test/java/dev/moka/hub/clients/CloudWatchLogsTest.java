package dev.moka.hub.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.hub.Person;
import dev.moka.hub.TestHub;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/// CloudWatch Logs, driven by the AWS SDK for Java v2.
class CloudWatchLogsTest {
    @TempDir static Path home;
    private static TestHub hub;
    private static CloudWatchLogsClient client;
    private static CloudWatchLogsClient others;

    @BeforeAll
    static void start() throws Exception {
        hub = TestHub.start(home);
        Person admin = hub.admin();
        client = client(hub.user(admin, "ann"));
        others = client(admin);
    }

    @AfterAll
    static void end() {
        client.close();
        others.close();
        hub.close();
    }

    @Test
    void groupsAreMadeListedAndDeleted() {
        for (String name : List.of("/g/one", "/g/two", "/g/three")) {
            client.createLogGroup(r -> r.logGroupName(name));
        }
        assertThatThrownBy(() -> client.createLogGroup(r -> r.logGroupName("/g/one")))
                .isInstanceOf(ResourceAlreadyExistsException.class);

        assertThat(client.describeLogGroupsPaginator(r -> r.logGroupNamePrefix("/g/t").limit(1))
                        .logGroups()
                        .stream()
                        .map(LogGroup::logGroupName))
                .containsExactly("/g/three", "/g/two");
        assertThat(client.describeLogGroups(r -> r.logGroupNamePattern("ONE")).logGroups())
                .extracting(LogGroup::logGroupName)
                .containsExactly("/g/one");
        assertThat(others.describeLogGroups(r -> {}).logGroups()).isEmpty();

        client.putRetentionPolicy(r -> r.logGroupName("/g/one").retentionInDays(7));
        assertThat(group("/g/one").retentionInDays()).isEqualTo(7);
        assertThatThrownBy(() ->
                        client.putRetentionPolicy(
                                r -> r.logGroupName("/g/one").retentionInDays(6)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("enum value set: [1, 3, 5, 7");
        client.deleteRetentionPolicy(r -> r.logGroupName("/g/one"));
        assertThat(group("/g/one").retentionInDays()).isNull();
        assertThat(group("/g/one").arn()).endsWith(":log-group:/g/one:*");

        client.deleteLogGroup(r -> r.logGroupName("/g/one"));
        assertThatThrownBy(() -> client.deleteLogGroup(r -> r.logGroupName("/g/one")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aWaitLoopReadsForwardUntilTheTokenStaysTheSame() {
        stream("/loop", "job/1");
        put("/loop", "job/1", 0, 10);
        List<String> read = new ArrayList<>();

        GetLogEventsResponse page = get("/loop", "job/1", null, 4);
        read.addAll(messages(page));
        String token = page.nextForwardToken();
        while (true) {
            page = get("/loop", "job/1", token, 4);
            read.addAll(messages(page));
            if (page.nextForwardToken().equals(token)) {
                break;
            }
            token = page.nextForwardToken();
        }
        assertThat(read).hasSize(10).startsWith("line 0").endsWith("line 9");

        put("/loop", "job/1", 10, 2);
        assertThat(messages(get("/loop", "job/1", token, 4)))
                .containsExactly("line 10", "line 11");
    }

    @Test
    void withoutATokenTheNewestComeAndBackwardTheOlder() {
        stream("/back", "s");
        put("/back", "s", 0, 10);

        GetLogEventsResponse newest =
                client.getLogEvents(r -> r.logGroupName("/back").logStreamName("s").limit(3));
        assertThat(messages(newest)).containsExactly("line 7", "line 8", "line 9");
        GetLogEventsResponse older = get("/back", "s", newest.nextBackwardToken(), 4);
        assertThat(messages(older)).containsExactly("line 3", "line 4", "line 5", "line 6");
        GetLogEventsResponse oldest = get("/back", "s", older.nextBackwardToken(), 10);
        assertThat(messages(oldest)).hasSize(3);
        GetLogEventsResponse beyond = get("/back", "s", oldest.nextBackwardToken(), 10);
        assertThat(beyond.events()).isEmpty();
        assertThat(beyond.nextBackwardToken()).isEqualTo(oldest.nextBackwardToken());
        for (String forged : List.of("x", "f/3/s", "b/999999999/s", "f/-1/s")) {
            assertThatThrownBy(() -> get("/back", "s", forged, 10))
                    .describedAs(forged)
                    .isInstanceOf(InvalidParameterException.class);
        }
    }

    @Test
    void batchesKeepAwssLimits() {
        stream("/limits", "s");
        Instant now = Instant.now();

        PutLogEventsResponse put =
                client.putLogEvents(r ->
                        r.logGroupName("/limits")
                                .logStreamName("s")
                                .logEvents(event(now.minus(Duration.ofDays(15)), "too old")));
        assertThat(put.rejectedLogEventsInfo().tooOldLogEventEndIndex()).isEqualTo(1);
        assertThat(put.nextSequenceToken()).hasSize(56);
        put =
                client.putLogEvents(r ->
                        r.logGroupName("/limits")
                                .logStreamName("s")
                                .logEvents(
                                        event(now, "fine"),
                                        event(now.plus(Duration.ofHours(3)), "too new")));
        assertThat(put.rejectedLogEventsInfo().tooNewLogEventStartIndex()).isEqualTo(1);
        refusedPut("chronological order", event(now, "b"), event(now.minusMillis(1), "a"));
        refusedPut("24 hours", event(now.minus(Duration.ofHours(25)), "a"), event(now, "b"));
        refusedPut("too large", event(now, "x".repeat(600_000)), event(now, "x".repeat(600_000)));
        assertThatThrownBy(() -> put("/limits", "missing", 0, 1))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("The specified log stream does not exist.");
        assertThatThrownBy(() -> put("/missing", "s", 0, 1))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("The specified log group does not exist.");
        assertThat(messages(get("/limits", "s", null, 10))).containsExactly("fine");
    }

    @Test
    void streamsAreListedByNameAndByTime() {
        for (String name : List.of("a", "b", "c")) {
            stream("/order", name);
        }
        put("/order", "b", 0, 1);
        client.putLogEvents(r ->
                r.logGroupName("/order")
                        .logStreamName("a")
                        .logEvents(event(Instant.now().plusSeconds(60), "later")));

        assertThat(client.describeLogStreamsPaginator(r -> r.logGroupName("/order").limit(2))
                        .logStreams()
                        .stream()
                        .map(LogStream::logStreamName))
                .containsExactly("a", "b", "c");
        assertThat(client.describeLogStreams(r ->
                                r.logGroupName("/order").orderBy("LastEventTime").descending(true))
                        .logStreams())
                .extracting(LogStream::logStreamName)
                .containsExactly("a", "b", "c");
        LogStream first =
                client.describeLogStreams(
                                r -> r.logGroupName("/order").logStreamNamePrefix("b"))
                        .logStreams()
                        .getFirst();
        assertThat(first.firstEventTimestamp()).isEqualTo(first.lastEventTimestamp());
        client.deleteLogStream(r -> r.logGroupName("/order").logStreamName("b"));
        assertThatThrownBy(() -> get("/order", "b", null, 1))
                .isInstanceOf(ResourceNotFoundException.class);
        stream("/order", "b");
        assertThat(messages(get("/order", "b", null, 1))).isEmpty();
    }

    @Test
    void searchesFindTermsInAllStreamsPageByPage() {
        for (String name : List.of("s1", "s2")) {
            stream("/find", name);
            client.putLogEvents(r ->
                    r.logGroupName("/find")
                            .logStreamName(name)
                            .logEvents(
                                    event(Instant.now(), "ERROR disk full"),
                                    event(Instant.now(), "INFO fine"),
                                    event(Instant.now(), "ERROR timeout")));
        }
        assertThat(found("ERROR -timeout")).containsExactly("s1", "s2");
        assertThat(found("\"disk full\"")).containsExactly("s1", "s2");
        assertThat(found("?INFO ?timeout")).hasSize(4);
        assertThat(found("")).hasSize(6);
        assertThatThrownBy(() -> found("{ $.a = 1 }"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("terms");
        assertThat(client.filterLogEvents(
                                r -> r.logGroupName("/find").logStreamNames("s2").limit(2))
                        .events())
                .hasSize(2);
    }

    private static void refusedPut(String message, InputLogEvent... events) {
        assertThatThrownBy(() ->
                        client.putLogEvents(r ->
                                r.logGroupName("/limits").logStreamName("s").logEvents(events)))
                .isInstanceOf(CloudWatchLogsException.class)
                .hasMessageContaining(message);
    }

    private static List<String> found(String pattern) {
        return client.filterLogEventsPaginator(
                        r -> r.logGroupName("/find").filterPattern(pattern).limit(1))
                .events()
                .stream()
                .map(FilteredLogEvent::logStreamName)
                .toList();
    }

    private static void stream(String group, String name) {
        if (client.describeLogGroups(r -> r.logGroupNamePrefix(group)).logGroups().isEmpty()) {
            client.createLogGroup(r -> r.logGroupName(group));
        }
        client.createLogStream(r -> r.logGroupName(group).logStreamName(name));
    }

    private static void put(String group, String stream, int from, int count) {
        Instant now = Instant.now();
        List<InputLogEvent> events =
                IntStream.range(from, from + count).mapToObj(i -> event(now, "line " + i)).toList();
        client.putLogEvents(r -> r.logGroupName(group).logStreamName(stream).logEvents(events));
    }

    private static GetLogEventsResponse get(String group, String stream, String token, int most) {
        return client.getLogEvents(r ->
                r.logGroupName(group)
                        .logStreamName(stream)
                        .nextToken(token)
                        .startFromHead(true)
                        .limit(most));
    }

    private static List<String> messages(GetLogEventsResponse page) {
        return page.events().stream().map(OutputLogEvent::message).toList();
    }

    private static InputLogEvent event(Instant time, String message) {
        return InputLogEvent.builder().timestamp(time.toEpochMilli()).message(message).build();
    }

    private static LogGroup group(String name) {
        return client.describeLogGroups(r -> r.logGroupNamePrefix(name)).logGroups().getFirst();
    }

    private static CloudWatchLogsClient client(Person person) throws Exception {
        return AwsClients.at(
                        hub,
                        AwsClients.credentials(TestHub.accessKey(person)),
                        CloudWatchLogsClient.builder())
                .build();
    }
}
