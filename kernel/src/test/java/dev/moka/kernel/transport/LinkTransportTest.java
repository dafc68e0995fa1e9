package dev.moka.kernel.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.kernel.log.Log;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.RawMessage;
import dev.moka.protocol.link.LinkFrame;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LinkTransportTest {
    private static final byte[] EMPTY = {'{', '}'};
    private static final LinkSettings ROOMY =
            new LinkSettings(1 << 24, 1 << 24, Duration.ofSeconds(30), Duration.ZERO);

    @TempDir Path folder;
    private final Log log = new Log(System.err, Clock.systemUTC());
    private final List<LinkTransport> started = new ArrayList<>();
    private final BlockingQueue<RawMessage> received = new LinkedBlockingQueue<>();
    private Path socket;

    @BeforeEach
    void choosePath() {
        socket = folder.resolve("kernel.sock");
    }

    @AfterEach
    void close() {
        started.forEach(LinkTransport::close);
    }

    @Test
    void numbersWhatItSaysFromOne() throws IOException {
        LinkTransport kernel = start(ROOMY);
        say(kernel, "a", "b");
        try (Hub hub = new Hub(socket, "", 0)) {
            assertThat(hub.welcome().nextSequence()).isEqualTo(1);
            assertThat(hub.welcome().dropped()).isZero();
            assertThat(hub.read().sequence()).isEqualTo(1);
            LinkFrame.Data second = hub.read();
            assertThat(second.sequence()).isEqualTo(2);
            assertThat(Hub.text(second)).isEqualTo("b");
        }
    }

    @Test
    void passesOnWhatTheHubSays() throws IOException, InterruptedException {
        start(ROOMY);
        try (Hub hub = new Hub(socket, "", 0)) {
            hub.send(message("question"));
            RawMessage got = received.poll(10, TimeUnit.SECONDS);
            assertThat(got).isNotNull();
            assertThat(new String(got.content(), StandardCharsets.UTF_8)).isEqualTo("question");
        }
    }

    @Test
    void resendsWhatWasNotAcknowledged() throws IOException {
        LinkTransport kernel = start(ROOMY);
        say(kernel, "a", "b", "c");
        String epoch;
        try (Hub hub = new Hub(socket, "", 0)) {
            epoch = hub.welcome().epoch();
            hub.read();
            hub.read();
            hub.acknowledge(1);
        }
        try (Hub hub = new Hub(socket, epoch, 2)) {
            assertThat(hub.welcome().epoch()).isEqualTo(epoch);
            assertThat(hub.welcome().nextSequence()).isEqualTo(3);
            assertThat(hub.readText()).isEqualTo("c");
        }
    }

    @Test
    void aHubThatKnewAnotherProcessGetsEverythingKept() throws IOException {
        LinkTransport kernel = start(ROOMY);
        say(kernel, "a", "b");
        try (Hub hub = new Hub(socket, "another-epoch", 17)) {
            assertThat(hub.welcome().nextSequence()).isEqualTo(1);
            assertThat(hub.readText()).isEqualTo("a");
        }
    }

    @Test
    void theNewestConnectionWins() throws IOException {
        LinkTransport kernel = start(ROOMY);
        try (Hub older = new Hub(socket, "", 0);
                Hub newer = new Hub(socket, "", 0)) {
            assertThatThrownBy(older::read).isInstanceOf(EOFException.class);
            say(kernel, "for the newer");
            assertThat(newer.readText()).isEqualTo("for the newer");
        }
    }

    @Test
    void dropsTheOldestBeyondItsBoundAndSaysHowMany() throws IOException {
        LinkTransport kernel =
                start(new LinkSettings(20_000, 1 << 24, Duration.ofSeconds(1), Duration.ZERO));
        String kilobyte = "x".repeat(1000);
        IntStream.range(0, 50).forEach(i -> say(kernel, i + kilobyte));
        try (Hub hub = new Hub(socket, "", 0)) {
            long dropped = hub.welcome().dropped();
            assertThat(dropped).isBetween(30L, 35L);
            assertThat(hub.welcome().nextSequence()).isEqualTo(dropped + 1);
            assertThat(hub.readText()).isEqualTo(dropped + kilobyte);
            for (long i = dropped + 1; i < 50; i++) {
                assertThat(hub.readText()).isEqualTo(i + kilobyte);
            }
        }
    }

    @Test
    void nothingIsLostOrDoubledWhenTheHubIsKilledAgainAndAgain() throws Exception {
        int count = 5000;
        LinkTransport kernel = start(ROOMY);
        Thread talker =
                Thread.ofPlatform()
                        .start(() -> IntStream.range(0, count).forEach(i -> say(kernel, "m" + i)));
        Random random = new Random(4);
        List<String> stored = new ArrayList<>();
        String epoch = "";
        while (stored.size() < count) {
            try (Hub hub = new Hub(socket, epoch, stored.size())) {
                epoch = hub.welcome().epoch();
                int life = Math.min(random.nextInt(400), count - stored.size());
                for (int i = 0; i < life; i++) {
                    LinkFrame.Data data = hub.read();
                    stored.add(Hub.text(data));
                    assertThat(data.sequence()).isEqualTo(stored.size());
                    if (random.nextInt(10) == 0) {
                        hub.acknowledge(data.sequence());
                    }
                }
            }
        }
        talker.join();
        assertThat(stored).isEqualTo(IntStream.range(0, count).mapToObj(i -> "m" + i).toList());
    }

    @Test
    void aSenderWaitsForAConnectedHubThatIsSlow() throws Exception {
        LinkTransport kernel =
                start(new LinkSettings(1 << 24, 100_000, Duration.ofSeconds(30), Duration.ZERO));
        String kilobyte = "x".repeat(1000);
        CountDownLatch done = new CountDownLatch(1);
        try (Hub hub = new Hub(socket, "", 0)) {
            Thread.ofPlatform()
                    .start(() -> {
                        IntStream.range(0, 5000).forEach(i -> say(kernel, i + kilobyte));
                        done.countDown();
                    });
            assertThat(done.await(300, TimeUnit.MILLISECONDS)).isFalse();
            for (int i = 0; i < 5000; i++) {
                assertThat(hub.readText()).isEqualTo(i + kilobyte);
                hub.acknowledge(i + 1L);
            }
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aSenderDoesNotWaitForEver() throws Exception {
        LinkTransport kernel =
                start(new LinkSettings(200_000, 100_000, Duration.ofMillis(50), Duration.ZERO));
        String kilobyte = "x".repeat(1000);
        CountDownLatch done = new CountDownLatch(1);
        try (Hub frozen = new Hub(socket, "", 0)) {
            Thread.ofPlatform()
                    .start(() -> {
                        IntStream.range(0, 5000).forEach(i -> say(kernel, i + kilobyte));
                        done.countDown();
                    });
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(frozen.welcome().dropped()).isZero();
        }
    }

    @Test
    void anInterruptedSenderStillSends() throws IOException {
        LinkTransport kernel = start(ROOMY);
        try (Hub hub = new Hub(socket, "", 0)) {
            Thread.currentThread().interrupt();
            say(kernel, "a");
            assertThat(Thread.interrupted()).isTrue();
            say(kernel, "b");
            assertThat(hub.readText()).isEqualTo("a");
            assertThat(hub.readText()).isEqualTo("b");
        }
    }

    @Test
    void onlyItsOwnerMayConnectAndTheFileIsRemovedAtTheEnd() throws IOException {
        LinkTransport kernel = start(ROOMY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");
        kernel.close();
        assertThat(socket).doesNotExist();
    }

    @Test
    void whatWasSaidLastArrivesBeforeTheEnd() throws Exception {
        LinkTransport kernel = start(ROOMY);
        try (Hub hub = new Hub(socket, "", 0)) {
            IntStream.range(0, 1000).forEach(i -> say(kernel, "m" + i));
            Thread closing = Thread.ofPlatform().start(kernel::close);
            for (int i = 0; i < 1000; i++) {
                assertThat(hub.readText()).isEqualTo("m" + i);
            }
            closing.join();
        }
    }

    @Test
    void aSocketLeftByADeadKernelIsReplacedButNotALiveOnes() throws IOException {
        Files.createFile(socket);
        start(ROOMY);
        assertThatThrownBy(() -> start(ROOMY))
                .isInstanceOf(IOException.class)
                .hasMessage("another kernel listens on " + socket);
    }

    @Test
    void aPathThatIsTooLongIsRefusedWithItsLength() {
        socket = folder.resolve("x".repeat(100));
        assertThatThrownBy(() -> start(ROOMY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most 107 are possible");
    }

    @Test
    void nonsenseEndsTheConnectionOnly() throws IOException {
        LinkTransport kernel = start(ROOMY);
        try (Hub hub = new Hub(socket, "", 0)) {
            hub.sendNonsense();
            assertThatThrownBy(hub::read).isInstanceOf(EOFException.class);
        }
        try (Hub liar = new Hub(socket, "", 0)) {
            liar.acknowledge(99);
            assertThatThrownBy(liar::read).isInstanceOf(EOFException.class);
        }
        say(kernel, "still here");
        try (Hub hub = new Hub(socket, "", 0)) {
            assertThat(hub.readText()).isEqualTo("still here");
        }
    }

    @Test
    void withoutAnyClientTheKernelIsOrphanedButNotWhileOneIsThere() throws Exception {
        CountDownLatch orphaned = new CountDownLatch(1);
        Duration timeout = Duration.ofMillis(400);
        LinkSettings settings = new LinkSettings(1000, 1000, timeout, timeout);
        LinkTransport kernel = new LinkTransport(socket, settings, orphaned::countDown, log);
        started.add(kernel);
        kernel.start((_, _) -> {});
        try (Hub hub = new Hub(socket, "", 0)) {
            assertThat(orphaned.await(800, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(hub.welcome().dropped()).isZero();
        }
        assertThat(orphaned.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private LinkTransport start(LinkSettings settings) throws IOException {
        LinkTransport kernel = new LinkTransport(socket, settings, () -> {}, log);
        kernel.start((message, _) -> received.add(message));
        started.add(kernel);
        return kernel;
    }

    private static void say(LinkTransport kernel, String... texts) {
        for (String text : texts) {
            kernel.send(message(text), Address.NONE);
        }
    }

    private static RawMessage message(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return new RawMessage(Channel.IOPUB, EMPTY, EMPTY, EMPTY, content, List.of());
    }
}
