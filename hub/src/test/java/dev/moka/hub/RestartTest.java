package dev.moka.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// What becomes of instances when the hub is killed and another one begins.
class RestartTest {
    @TempDir Path folder;

    @Test
    void aStartThatTheKillCutOffIsFailedWithTheReasonAndCanBeBegunAgain() throws Exception {
        try (HubProgram hub = run()) {
            Person admin = welcome(hub);
            admin.post(
                            "/api/v1/lifecycle-configs",
                            "{'name':'once','onStart':'echo $$ > pid.txt; test -f again || { touch"
                                    + " again; sleep 300; }'}")
                    .expect(201);
            admin.post(
                            "/api/v1/instances",
                            "{'name':'demo','instanceType':'ml.t3.medium','lifecycleConfig':'once'}")
                    .expect(201);
            Path again = TestHub.work(folder.resolve("home"), "admin", "demo").resolve("again");
            admin.await("admin/demo", _ -> Files.exists(again));
            hub.kill();
        }
        long script =
                Long.parseLong(
                        Files.readString(
                                        TestHub.work(folder.resolve("home"), "admin", "demo")
                                                .resolve("pid.txt"))
                                .strip());
        assertThat(Processes.isRunning(script)).isTrue();
        try (HubProgram hub = run()) {
            Person admin = signIn(hub);

            ObjectNode failed = admin.awaitStatus("admin/demo", "Failed");

            assertThat(failed.path("failureReason").asString()).contains("hub ended", "OnStart");
            admin.await("admin/demo", _ -> !Processes.isRunning(script));
            admin.post("/api/v1/instances/admin/demo/start").expect(202);
            admin.awaitStatus("admin/demo", "InService");
        }
    }

    @Test
    void kernelsLiveOnThroughAKillAndAreTakenBack() throws Exception {
        String kernel;
        try (HubProgram hub = run()) {
            Person admin = welcome(hub);
            admin.post("/api/v1/instances", "{'name':'demo','instanceType':'ml.t3.medium'}")
                    .expect(201);
            admin.awaitStatus("admin/demo", "InService");
            kernel =
                    admin.post("/notebook/admin/demo/api/kernels", "{'name':'java'}")
                            .expect(201)
                            .text("id");
            ObjectNode used = admin.get("/api/v1/instances/admin/demo").json();
            assertThat(used.path("kernels").asInt()).isEqualTo(1);
            assertThat(used.path("memoryBytesUsed").asLong()).isGreaterThan(10_000_000);
            hub.kill();
        }
        try (HubProgram hub = run()) {
            Person admin = signIn(hub);
            assertThat(admin.get("/notebook/admin/demo/api/kernels").expect(200).body())
                    .contains(kernel);
            admin.get("/notebook/admin/demo/api/kernels/" + kernel).expect(200);

            admin.post("/api/v1/instances/admin/demo/stop").expect(202);

            admin.awaitStatus("admin/demo", "Stopped");
            assertThat(
                            ProcessHandle.allProcesses()
                                    .filter(p ->
                                            p.info().commandLine().orElse("").contains(kernel)))
                    .isEmpty();
        }
    }

    private HubProgram run() throws Exception {
        return HubProgram.run(folder, "--home", folder.resolve("home").toString(), "--port", "0");
    }

    private static Person welcome(HubProgram hub) throws Exception {
        Person admin = new Person(hub.address());
        admin.post(
                        "/api/v1/welcome",
                        "{'token':'%s','password':'%s'}".formatted(hub.token(), TestHub.PASSWORD))
                .expect(200);
        return admin;
    }

    private static Person signIn(HubProgram hub) throws Exception {
        Person admin = new Person(hub.address());
        admin.post(
                        "/api/v1/sign-in",
                        "{'user':'admin','password':'%s'}".formatted(TestHub.PASSWORD))
                .expect(200);
        return admin;
    }
}
