package dev.moka.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.protocol.jupyter.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class InstancesTest {
    @TempDir static Path home;
    private static TestHub hub;
    private static Person admin;

    @BeforeAll
    static void start() throws Exception {
        hub = TestHub.start(home);
        admin = hub.admin();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void anInstanceGoesThroughItsWholeLife() throws Exception {
        Person ann = hub.user(admin, "life");

        ObjectNode made =
                ann.post("/api/v1/instances", "{'name':'demo','instanceType':'ml.t3.medium'}")
                        .expect(201)
                        .json();
        assertThat(made.path("status").asString()).isEqualTo("Pending");
        ObjectNode running = ann.awaitStatus("life/demo", "InService");
        assertThat(running.path("allotment").path("memoryMib").asInt()).isPositive();
        assertThat(ann.log("life/demo", 1)).contains("Capacity: ml.t3.medium", "Ready");
        assertThat(TestHub.work(home, "life", "demo")).isDirectory();

        ann.post("/api/v1/instances/life/demo/start").error(409, "ResourceInUse");
        ann.delete("/api/v1/instances/life/demo").error(409, "ResourceInUse");
        ann.post("/api/v1/instances/life/demo/stop").expect(202);
        ann.awaitStatus("life/demo", "Stopped");

        ann.write("PATCH", "/api/v1/instances/life/demo", "{\"instanceType\":\"ml.t3.xlarge\"}")
                .expect(202);
        ObjectNode changed = ann.awaitStatus("life/demo", "Stopped");
        assertThat(changed.path("instanceType").asString()).isEqualTo("ml.t3.xlarge");
        assertThat(changed.path("spend").path("usd").asDouble()).isPositive();

        Path file = TestHub.work(home, "life", "demo").resolve("mine.txt");
        Files.writeString(file, "precious");
        Path old = Files.createDirectories(home.resolve("trash/life-gone-1700000000000/work"));
        Files.writeString(old.resolve("forgotten.txt"), "x");
        Path other = Files.createDirectories(home.resolve("trash/kept-by-hand"));
        ann.delete("/api/v1/instances/life/demo").expect(202);
        while (ann.get("/api/v1/instances/life/demo").response().statusCode() == 200) {
            Thread.onSpinWait();
        }
        try (var trash = Files.walk(home.resolve("trash"))) {
            assertThat(trash.filter(p -> p.endsWith("mine.txt"))).isNotEmpty();
        }
        assertThat(old.getParent()).doesNotExist();
        assertThat(other).isDirectory();
    }

    @Test
    void aNewWorkspaceHasTheNotebooksAndWhatIsThereStays() throws Exception {
        Path edited =
                TestHub.work(home, "admin", "course")
                        .resolve("notebooks/01-ten-minutes-with-java.ipynb");
        Files.createDirectories(edited.getParent());
        Files.writeString(edited, "mine");

        create("course", "");
        admin.awaitStatus("admin/course", "InService");

        assertThat(edited).hasContent("mine");
        assertThat(edited.resolveSibling("data")).isDirectory();
    }

    @Test
    void scriptsRunInTheWorkspaceWithoutTheHubsSecrets() throws Exception {
        config("look", "pwd > seen.txt; env >> seen.txt; echo done at $MOKA_HOOK");
        create("looking", ",'lifecycleConfig':'look'");
        admin.awaitStatus("admin/looking", "InService");

        String seen = Files.readString(TestHub.work(home, "admin", "looking").resolve("seen.txt"));
        assertThat(seen)
                .startsWith(TestHub.work(home.toRealPath(), "admin", "looking").toString())
                .contains(
                        "MOKA_INSTANCE_NAME=looking",
                        "MOKA_INSTANCE_TYPE=ml.t3.medium",
                        "MOKA_HOOK=OnStart")
                .doesNotContain("SECRET_OF_THE_HUB");
        assertThat(admin.log("admin/looking", 1)).contains("done at OnStart");
    }

    @Test
    void onCreateRunsOnceAndOnStartEachTime() throws Exception {
        admin.post(
                        "/api/v1/lifecycle-configs",
                        "{'name':'count','onCreate':'echo c >> log.txt','onStart':'echo s >>"
                                + " log.txt'}")
                .expect(201);
        create("counted", ",'lifecycleConfig':'count'");
        admin.awaitStatus("admin/counted", "InService");
        admin.post("/api/v1/instances/admin/counted/stop").expect(202);
        admin.awaitStatus("admin/counted", "Stopped");
        admin.post("/api/v1/instances/admin/counted/start").expect(202);
        admin.awaitStatus("admin/counted", "InService");

        assertThat(TestHub.work(home, "admin", "counted").resolve("log.txt")).hasContent("c\ns\ns");
    }

    @Test
    void aFailingScriptFailsTheStartWithItsLastLinesAndTheExitCode() throws Exception {
        config("broken", "echo before\nno-such-command --now\nexit 3");
        create("failing", ",'lifecycleConfig':'broken'");

        String reason =
                admin.awaitStatus("admin/failing", "Failed").path("failureReason").asString();

        assertThat(reason)
                .contains("OnStart", "'broken'", "exit code 3", "line 2", "no-such-command");
        assertThat(admin.get("/api/v1/instances/admin/failing").text("failedStep"))
                .isEqualTo("OnStart");
        assertThat(admin.log("admin/failing", 1)).contains("before", "Failed:");
        config("broken-again", "exit 0");
        admin.write(
                        "PATCH",
                        "/api/v1/instances/admin/failing",
                        "{\"lifecycleConfig\":\"broken-again\"}")
                .expect(202);
        admin.awaitStatus("admin/failing", "Stopped");
        admin.post("/api/v1/instances/admin/failing/start").expect(202);
        admin.awaitStatus("admin/failing", "InService");
    }

    @Test
    void whatAScriptSaysOnItsStandardErrorIsMarkedInTheLog() throws Exception {
        config("both", "echo one; sleep 0.2; echo two >&2; sleep 0.2; echo three");
        create("marked", ",'lifecycleConfig':'both'");
        admin.awaitStatus("admin/marked", "InService");

        assertThat(admin.log("admin/marked", 1).lines().map(line -> line.replaceFirst("\\S+Z", "")))
                .containsSubsequence(" one", "! two", " three");
        Person.Answer page =
                hub.signedIn("admin")
                        .with("Accept", "text/html")
                        .get("/instances/admin/marked")
                        .expect(200);
        assertThat(page.body()).containsPattern("class=\"err\"[^\n]*two");
    }

    @Test
    void theShippedScriptFillsTheCacheThatAllInstancesShare() throws Exception {
        String script =
                Files.readString(TestHub.ROOT.resolve("lifecycle-scripts/warm-dependency-cache"));
        config(
                "warm",
                script.replaceFirst("set -eu", "set -eu\nCOORDINATES=org.jspecify:jspecify:1.0.0"));
        create("warmed", ",'lifecycleConfig':'warm'");

        admin.awaitStatus("admin/warmed", "InService");

        assertThat(admin.log("admin/warmed", 1)).contains(" org.jspecify:jspecify:1.0.0\n");
        assertThat(home.resolve("cache/maven/org/jspecify/jspecify/1.0.0/jspecify-1.0.0.jar"))
                .isRegularFile();
        assertThat(TestHub.work(home, "admin", "warmed").resolve(".m2")).doesNotExist();
        create("locked", ",'packages':['org.jspecify:jspecify:1.0.0']");
        ObjectNode locked = admin.awaitStatus("admin/locked", "InService");
        assertThat(locked.path("lockedPackages").toString())
                .contains("org.jspecify:jspecify:1.0.0");
    }

    @Test
    void aMisspeltCoordinateOfTheShippedScriptFailsTheStartWithItsName() throws Exception {
        String script =
                Files.readString(TestHub.ROOT.resolve("lifecycle-scripts/warm-dependency-cache"));
        config(
                "cold",
                script.replaceFirst("set -eu", "set -eu\nCOORDINATES=org.jspecify:jspecfy:1"));
        create("cold", ",'lifecycleConfig':'cold'");

        assertThat(admin.awaitStatus("admin/cold", "Failed").path("failureReason").asString())
                .contains("moka-resolve", "jspecfy");
    }

    @Test
    void aScriptThatLoopsIsKilledWithWhatItStarted(@TempDir Path other) throws Exception {
        try (TestHub impatient = TestHub.start(other, Duration.ofSeconds(2))) {
            Person owner = impatient.admin();
            config(owner, "loop", "sleep 300 & echo $! > child.txt\nwhile true; do :; done");
            create(owner, "looping", ",'lifecycleConfig':'loop'");

            String reason =
                    owner.awaitStatus("admin/looping", "Failed").path("failureReason").asString();

            assertThat(reason).contains("longer than 2 seconds", "killed");
            Path child = TestHub.work(other, "admin", "looping").resolve("child.txt");
            long pid = Long.parseLong(Files.readString(child).strip());
            owner.await("admin/looping", _ -> !Processes.isRunning(pid));
        }
    }

    @Test
    void aScriptThatPrintsWithoutEndIsCutWithANotice() throws Exception {
        config(
                "noise",
                "head -c 100000000 /dev/zero | tr '\\\\0' 'x' | fold -w 200 || true\nexit 0");
        create("noisy", ",'lifecycleConfig':'noise'");

        admin.await(
                "admin/noisy",
                seen -> List.of("InService", "Failed").contains(seen.path("status").asString()));

        Path log = home.resolve("instances/admin/noisy/run/logs/start-1.log");
        assertThat(Files.size(log)).isLessThan(2 * 1024 * 1024 + 1);
        assertThat(Files.readString(log)).contains("prints more than the log keeps");
    }

    @Test
    void windowsLineEndsAreTakenOutWithANote() throws Exception {
        config("windows", "#!/bin/bash\r\nif true; then\r\n  echo fine\r\nfi\r\n");
        create("crlf", ",'lifecycleConfig':'windows'");
        admin.awaitStatus("admin/crlf", "InService");

        assertThat(admin.log("admin/crlf", 1)).contains("Windows line ends", " fine\n");
    }

    @Test
    void aStartCanBeCancelled() throws Exception {
        config("slow", "echo $$ > pid.txt; sleep 300; touch never.txt");
        create("slowly", ",'lifecycleConfig':'slow'");
        Path pid = TestHub.work(home, "admin", "slowly").resolve("pid.txt");
        admin.await("admin/slowly", _ -> Processes.isWritten(pid));

        admin.post("/api/v1/instances/admin/slowly/stop").expect(202);

        admin.awaitStatus("admin/slowly", "Stopped");
        long script = Long.parseLong(Files.readString(pid).strip());
        admin.await("admin/slowly", _ -> !Processes.isRunning(script));
    }

    @Test
    void aCoordinateThatIsNotThereFailsTheStartAndIsNamed() throws Exception {
        create("missing", ",'packages':['no.such.group:no-such-artifact:9.9.9']");

        String reason =
                admin.awaitStatus("admin/missing", "Failed").path("failureReason").asString();

        assertThat(reason).contains("no-such-artifact");
    }

    @Test
    void badInputIsRefusedWithTheValueAndWhatToDo() throws Exception {
        assertThat(refused("{'name':'-bad','instanceType':'ml.t3.medium'}"))
                .contains("'-bad'", "letters, digits");
        assertThat(refused("{'name':'%s','instanceType':'ml.t3.medium'}".formatted("a".repeat(64))))
                .contains("63");
        assertThat(refused("{'name':'x','instanceType':'ml.t3.giant'}"))
                .contains("ml.t3.giant", "ml.t3.medium");
        assertThat(refused("{'name':'x','instanceType':'ml.t3.medium','lifecycleConfig':'gone'}"))
                .contains("gone");
        assertThat(refused("{'name':'x','instanceType':'ml.t3.medium','packageSet':'gone'}"))
                .contains("gone");
        assertThat(refused("{'name':'x','instanceType':'ml.t3.medium','packages':['nonsense']}"))
                .contains("'nonsense'", "group:artifact:version");
        assertThat(refused("{'name':'x'}")).contains("instanceType");
    }

    @Test
    void aNameIsTakenOnceInAnyCase() throws Exception {
        create("Twice", "");
        assertThat(
                        admin.post(
                                        "/api/v1/instances",
                                        "{'name':'tWICE','instanceType':'ml.t3.medium'}")
                                .error(409, "Conflict"))
                .contains("tWICE", "already");
    }

    @Test
    void othersSeeNothingOfAnInstanceAndAdministratorsAll() throws Exception {
        Person ann = hub.user(admin, "private");
        Person bob = hub.user(admin, "curious");
        ann.post("/api/v1/instances", "{'name':'mine','instanceType':'ml.t3.medium'}").expect(201);
        ann.awaitStatus("private/mine", "InService");

        bob.get("/api/v1/instances/private/mine").error(404, "ResourceNotFound");
        bob.post("/api/v1/instances/private/mine/stop").error(404, "ResourceNotFound");
        bob.get("/notebook/private/mine/api/contents").expect(404);
        bob.get("/notebook/../notebook/private/mine/lab").expect(404);
        assertThat(bob.get("/api/v1/instances").expect(200).json().path("instances")).isEmpty();
        admin.get("/notebook/private/mine/api/contents").expect(200);
        assertThat(admin.get("/api/v1/instances?all=true").expect(200).body()).contains("\"mine\"");
        admin.post("/api/v1/instances/private/mine/stop").expect(202);
        ann.awaitStatus("private/mine", "Stopped");
    }

    @Test
    void aStoppedInstanceSaysSoToPagesAndPrograms() throws Exception {
        create("resting", "");
        admin.awaitStatus("admin/resting", "InService");
        admin.post("/api/v1/instances/admin/resting/stop").expect(202);
        admin.awaitStatus("admin/resting", "Stopped");

        assertThat(admin.get("/notebook/admin/resting/api/contents").error(409, "ResourceInUse"))
                .contains("Stopped", "/instances/admin/resting");
        Person.Answer page =
                hub.signedIn("admin")
                        .with("Accept", "text/html")
                        .get("/notebook/admin/resting/lab")
                        .expect(503);
        assertThat(page.body()).contains("resting").contains("Start");
    }

    @Test
    void settingsAreCheckedSharedAndKeptWhileInUse() throws Exception {
        Person ann = hub.user(admin, "settings");
        assertThat(
                        ann.post(
                                        "/api/v1/lifecycle-configs",
                                        "{'name':'long','onStart':'%s'}"
                                                .formatted("x".repeat(16_385)))
                                .error(400, "Validation"))
                .contains("16,385", "16,384");
        ann.post("/api/v1/lifecycle-configs", "{'name':'mine','onStart':'true','shared':true}")
                .error(403, "AccessDenied");
        ann.post("/api/v1/lifecycle-configs", "{'name':'empty'}").error(400, "Validation");
        admin.post("/api/v1/lifecycle-configs", "{'name':'for-all','onStart':'true','shared':true}")
                .expect(201);
        admin.post(
                        "/api/v1/package-sets",
                        "{'name':'logs','packages':['org.slf4j:slf4j-api:2.0.17'],'shared':true}")
                .expect(201);

        assertThat(ann.get("/api/v1/lifecycle-configs/for-all").expect(200).text("owner"))
                .isEqualTo("admin");
        ann.post(
                        "/api/v1/instances",
                        "{'name':'user','instanceType':'ml.t3.medium','lifecycleConfig':'for-all','packageSet':'logs'}")
                .expect(201);
        assertThat(admin.delete("/api/v1/lifecycle-configs/for-all").error(409, "ResourceInUse"))
                .contains("settings/user");
        admin.delete("/api/v1/package-sets/logs").error(409, "ResourceInUse");
        ann.delete("/api/v1/lifecycle-configs/for-all").error(404, "ResourceNotFound");
    }

    @Test
    void theCatalogueHostAndSpendAreTold() throws Exception {
        assertThat(
                        admin.get("/api/v1/instance-types")
                                .expect(200)
                                .json()
                                .path("instanceTypes")
                                .size())
                .isGreaterThan(100);
        assertThat(admin.get("/api/v1/host").expect(200).json().path("cpus").asInt()).isPositive();
        assertThat(admin.get("/api/v1/spend").expect(200).json().has("usd")).isTrue();
        assertThat(admin.get("/api/v1/spend?from=yesterday").error(400, "Validation"))
                .contains("yesterday");
        assertThat(admin.get("/api/v1/openapi.yaml").expect(200).body()).startsWith("openapi: 3");
    }

    private static String refused(String json) throws Exception {
        return admin.post("/api/v1/instances", json).error(400, "Validation");
    }

    private static void create(String name, String more) throws Exception {
        create(admin, name, more);
    }

    private static void create(Person owner, String name, String more) throws Exception {
        owner.post(
                        "/api/v1/instances",
                        "{'name':'%s','instanceType':'ml.t3.medium'%s}".formatted(name, more))
                .expect(201);
    }

    private static void config(String name, String script) throws Exception {
        config(admin, name, script);
    }

    private static void config(Person owner, String name, String script) throws Exception {
        ObjectNode body = Json.object().put("name", name).put("onStart", script);
        owner.write("POST", "/api/v1/lifecycle-configs", body.toString()).expect(201);
    }
}
