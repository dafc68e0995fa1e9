package dev.moka.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubProgramTest {
    @TempDir Path folder;

    @Test
    void endsCleanlyWithinTwoSecondsWhenTold() throws Exception {
        try (HubProgram hub = HubProgram.run(folder, "--home", home(), "--port", "0")) {
            new Person(hub.address()).get("/healthz").expect(200);
            Instant begin = Instant.now();

            hub.terminate();

            assertThat(hub.exitCode()).isEqualTo(143);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aPortInUseIsNamedWithWhatToDo() throws Exception {
        try (ServerSocket taken =
                        new ServerSocket(
                                0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                HubProgram hub =
                        HubProgram.run(
                                folder,
                                "--home",
                                home(),
                                "--port",
                                "" + taken.getLocalPort(),
                                "--aws-port",
                                "0")) {
            assertThat(hub.exitCode()).isEqualTo(1);
            assertThat(hub.output()).contains("Port " + taken.getLocalPort(), "in use", "--port");
        }
    }

    @Test
    void aSecondHubOnTheSameHomeNamesTheFirst() throws Exception {
        try (HubProgram first = HubProgram.run(folder, "--home", home(), "--port", "0")) {
            String address = first.address();
            try (HubProgram second = HubProgram.run(folder, "--home", home(), "--port", "0")) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.output()).contains("process " + first.pid(), address, "--home");
            }
            new Person(address).get("/healthz").expect(200);
        }
    }

    @Test
    void aHomeThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        try (HubProgram hub =
                HubProgram.run(folder, "--home", file.resolve("home").toString(), "--port", "0")) {
            assertThat(hub.exitCode()).isEqualTo(1);
            assertThat(hub.output())
                    .contains(file.toString(), "--home")
                    .doesNotContain("Exception in");
        }
    }

    @Test
    void aHomeWithoutItsDatabaseIsLeftAlone() throws Exception {
        Path mine = TestHub.work(folder.resolve("home"), "ann", "demo").resolve("mine.txt");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "precious");

        try (HubProgram hub = HubProgram.run(folder, "--home", home(), "--port", "0")) {
            assertThat(hub.exitCode()).isEqualTo(1);
            assertThat(hub.output()).contains("moka.db is gone", "backup");
        }
        assertThat(mine).hasContent("precious");
        assertThat(folder.resolve("home/moka.db")).doesNotExist();
    }

    @Test
    void optionsThatCannotBeUsedAreNamed() throws Exception {
        for (String[] wrong :
                new String[][] {
                    {"--prot", "1", "'--prot'"},
                    {"--port", "many", "'many'"},
                    {"--port", "70000", "65535"},
                    {"--database", "jdbc:h2:mem:x", "jdbc:postgresql://"},
                    {"--lifecycle-timeout", "soon", "'soon'"},
                    {"--region", "Frankfurt", "'Frankfurt'"}
                }) {
            try (HubProgram hub = HubProgram.run(folder, wrong[0], wrong[1])) {
                assertThat(hub.exitCode()).isEqualTo(2);
                assertThat(hub.output()).contains(wrong[2]).doesNotContain("Exception");
            }
        }
    }

    @Test
    void trainsItselfAndEnds() throws Exception {
        try (HubProgram hub = HubProgram.run(folder, "--train", "--home", home())) {
            assertThat(hub.exitCode()).describedAs(hub.output()).isZero();
        }
        assertThat(folder.resolve("home")).doesNotExist();
    }

    private String home() {
        return folder.resolve("home").toString();
    }
}
