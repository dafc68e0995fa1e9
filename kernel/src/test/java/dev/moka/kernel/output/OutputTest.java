package dev.moka.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.kernel.log.Log;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OutputTest {
    private final ByteArrayOutputStream beforeCells = new ByteArrayOutputStream();
    private final PrintStream fallback = new PrintStream(beforeCells, true, StandardCharsets.UTF_8);
    private final FlushTimer timer =
            new FlushTimer(Duration.ofMillis(20), new Log(System.err, Clock.systemUTC()));
    private final OutputRouter router = new OutputRouter();
    private final PrintStream out = new CellPrintStream(StreamName.STDOUT, router, fallback);
    private final PrintStream err = new CellPrintStream(StreamName.STDERR, router, fallback);

    @BeforeEach
    void start() {
        timer.start();
    }

    @AfterEach
    void stop() {
        router.leave();
        timer.close();
    }

    @Test
    void everyWayToPrintArrives() {
        Recorded cell = enter();
        out.print('a');
        out.print(1);
        out.print(2L);
        out.print(true);
        out.print(1.5);
        out.print(2.5f);
        out.print((Object) null);
        out.print(new char[] {'x', 'y'});
        out.println();
        out.printf("%d %s%n", 7, "seven");
        out.append("appended").append('c').append("0123", 1, 3);
        out.write('!');
        out.println(List.of(1));
        assertThat(cell.all())
                .isEqualTo(
                        "a12true1.52.5nullxy\n7 seven\nappendedc12![1]\n"
                                .replace("\n", System.lineSeparator()));
    }

    @Test
    void aCharacterIsNeverSplit() {
        Recorded cell = enter();
        for (byte b : "ä€😀".getBytes(StandardCharsets.UTF_8)) {
            out.write(b);
            cell.output.flush();
        }
        out.print("\uD83D");
        out.print("x".repeat(CellOutput.PIECE - 2) + "\uD83D");
        out.print("\uDE00");
        String all = cell.all();
        assertThat(all).startsWith("ä€😀\uFFFDx").endsWith("x😀");
    }

    @Test
    void streamsKeepTheirOrder() {
        Recorded cell = enter();
        out.print("1");
        err.print("2");
        err.print("3");
        out.print("4");
        cell.output.flush();
        assertThat(cell.pieces).containsExactly("stdout:1", "stderr:23", "stdout:4");
    }

    @Test
    void printedTextIsPassedOnSoonWithoutBeingAsked() throws InterruptedException {
        Recorded cell = enter();
        out.print("soon");
        assertThat(cell.pieces.poll(10, TimeUnit.SECONDS)).isEqualTo("stdout:soon");
        out.print("again");
        assertThat(cell.pieces.poll(10, TimeUnit.SECONDS)).isEqualTo("stdout:again");
    }

    @Test
    void manyLinesBecomeFewPieces() {
        Recorded cell = enter();
        IntStream.range(0, 10_000).forEach(i -> out.println("line " + i));
        cell.output.flush();
        assertThat(cell.pieces.size()).isLessThan(30);
        assertThat(cell.all().lines()).hasSize(10_000);
    }

    @Test
    void threadsPrintToTheCellThatStartedThem() throws InterruptedException {
        CountDownLatch secondRuns = new CountDownLatch(1);
        Recorded first = enter();
        Runnable task =
                () -> {
                    await(secondRuns);
                    out.print("late ");
                };
        Thread platform = Thread.ofPlatform().start(task);
        Thread virtual = Thread.ofVirtual().start(task);
        Recorded second = enter();
        out.print("second");
        secondRuns.countDown();
        platform.join();
        virtual.join();
        assertThat(first.all()).isEqualTo("late late ");
        assertThat(second.all()).isEqualTo("second");
    }

    @Test
    void parallelStreamsPrintToTheRunningCell() {
        enter();
        IntStream.range(0, 1000).parallel().forEach(_ -> out.print("a"));
        Recorded second = enter();
        IntStream.range(0, 1000).parallel().forEach(_ -> out.print("b"));
        assertThat(second.all()).isEqualTo("b".repeat(1000));
    }

    @Test
    void nothingIsLostWhenManyThreadsPrint() throws InterruptedException {
        Recorded cell = enter();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int t = 0; t < 8; t++) {
                threads.execute(() -> IntStream.range(0, 5000).forEach(i -> out.println("n" + i)));
            }
        }
        assertThat(cell.all().lines().filter(line -> line.matches("n\\d+"))).hasSize(40_000);
    }

    @Test
    void whatIsPrintedBeforeTheFirstCellGoesToTheLog() {
        out.println("early");
        out.write("bytes".getBytes(StandardCharsets.UTF_8), 0, 5);
        assertThat(beforeCells.toString(StandardCharsets.UTF_8))
                .isEqualTo("early" + System.lineSeparator() + "bytes");
    }

    private Recorded enter() {
        Recorded cell = new Recorded(timer);
        router.enter(cell.output);
        return cell;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A cell that keeps the pieces that it gets.
    private static final class Recorded {
        private final LinkedBlockingQueue<String> pieces = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();
        private final CellOutput output;

        Recorded(FlushTimer timer) {
            output =
                    new CellOutput(
                            (stream, piece) -> {
                                pieces.add(stream.wireName() + ":" + piece);
                                text.append(piece);
                            },
                            timer);
        }

        String all() {
            output.flush();
            return text.toString();
        }
    }
}
