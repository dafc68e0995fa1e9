package dev.moka.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
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
    void theFirstLinkWorksOnce() throws Exception {
        String used = hub.hub().firstLink().orElseThrow().token();

        String message =
                hub.stranger()
                        .post(
                                "/api/v1/welcome",
                                "{'token':'%s','password':'another password'}".formatted(used))
                        .error(401, "NotSignedIn");

        assertThat(message).contains("used already");
        assertThat(admin.get("/api/v1/me").expect(200).text("role")).isEqualTo("admin");
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndOtherSites() throws Exception {
        Person.Answer answer =
                hub.stranger()
                        .post(
                                "/api/v1/sign-in",
                                "{'user':'admin','password':'%s'}".formatted(TestHub.PASSWORD));

        String cookie =
                answer.response().headers().allValues("Set-Cookie").stream()
                        .filter(c -> c.startsWith("moka-session"))
                        .findFirst()
                        .orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
    }

    @Test
    void neitherPasswordNorSecretsAreOnTheDisk() throws Exception {
        String secret = admin.post("/api/v1/tokens", "{'label':'x'}").expect(201).text("secret");
        HttpCookie session = admin.cookie("moka-session").orElseThrow();

        for (Path file : List.of(home.resolve("moka.db"), home.resolve("moka.db-wal"))) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(bytes).doesNotContain(TestHub.PASSWORD, secret, session.getValue());
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreToldAlike() throws Exception {
        String wrong =
                hub.stranger()
                        .post("/api/v1/sign-in", "{'user':'admin','password':'wrong password'}")
                        .error(401, "NotSignedIn");
        String unknown =
                hub.stranger()
                        .post("/api/v1/sign-in", "{'user':'nobody','password':'wrong password'}")
                        .error(401, "NotSignedIn");

        assertThat(wrong).isEqualTo(unknown).contains("not right");
    }

    @Test
    void guessingIsSlowedDownWithAClearMessage() throws Exception {
        hub.user(admin, "guessed");
        Person guesser = hub.stranger();
        for (int i = 0; i < 5; i++) {
            guesser.post("/api/v1/sign-in", "{'user':'guessed','password':'wrong password'}")
                    .expect(401);
        }

        Person.Answer answer =
                guesser.post(
                        "/api/v1/sign-in",
                        "{'user':'guessed','password':'%s'}".formatted(TestHub.PASSWORD));

        assertThat(answer.error(429, "TooManyRequests")).contains("try again in");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 301);
    }

    @Test
    void aWeakPasswordIsRefusedAndTheLinkStaysGood() throws Exception {
        String token = TestHub.invite(admin, "weak");
        Person weak = hub.stranger();

        assertThat(
                        weak.post(
                                        "/api/v1/welcome",
                                        "{'token':'%s','password':'short'}".formatted(token))
                                .error(400, "Validation"))
                .contains("5 characters", "at least 10");
        weak.post(
                        "/api/v1/welcome",
                        "{'token':'%s','password':'%s'}".formatted(token, TestHub.PASSWORD))
                .expect(200);
    }

    @Test
    void disablingAUserEndsTheirSessionsAndTokens() throws Exception {
        Person user = hub.user(admin, "leaver");
        String secret = user.post("/api/v1/tokens", "{'label':'x'}").expect(201).text("secret");
        Person program = hub.stranger().with("Authorization", "token " + secret);
        program.get("/api/v1/me").expect(200);

        admin.post("/api/v1/users/leaver/disable").expect(200);

        user.get("/api/v1/me").error(401, "NotSignedIn");
        program.get("/api/v1/me").error(401, "NotSignedIn");
        hub.stranger()
                .post(
                        "/api/v1/sign-in",
                        "{'user':'leaver','password':'%s'}".formatted(TestHub.PASSWORD))
                .error(401, "NotSignedIn");
        admin.post("/api/v1/users/leaver/enable").expect(200);
        hub.signedIn("leaver").get("/api/v1/me").expect(200);
    }

    @Test
    void aResetEndsSessionsAndGivesANewLink() throws Exception {
        Person user = hub.user(admin, "forgetful");

        String path = admin.post("/api/v1/users/forgetful/reset").expect(200).text("path");

        user.get("/api/v1/me").error(401, "NotSignedIn");
        Person again = hub.stranger();
        again.post(
                        "/api/v1/welcome",
                        "{'token':'%s','password':'another good one'}"
                                .formatted(path.substring(path.indexOf('=') + 1)))
                .expect(200);
        assertThat(again.get("/api/v1/me").text("name")).isEqualTo("forgetful");
    }

    @Test
    void theOnlyAdministratorStays() throws Exception {
        assertThat(admin.post("/api/v1/users/admin/disable").error(409, "ResourceInUse"))
                .contains("only administrator");
        assertThat(
                        admin.write("PATCH", "/api/v1/users/admin", "{\"role\":\"user\"}")
                                .error(409, "ResourceInUse"))
                .contains("only administrator");
    }

    @Test
    void ordinaryUsersMayNotAdminister() throws Exception {
        Person user = hub.user(admin, "ordinary");

        assertThat(user.get("/api/v1/users").error(403, "AccessDenied"))
                .contains("administrator", "ordinary");
        user.post("/api/v1/users", "{'name':'friend'}").error(403, "AccessDenied");
        user.post("/api/v1/users/admin/disable").error(403, "AccessDenied");
        user.get("/api/v1/host").error(403, "AccessDenied");
        user.get("/api/v1/instances?all=true").error(403, "AccessDenied");
        user.get("/api/v1/users/admin").error(403, "AccessDenied");
        user.get("/api/v1/users/ordinary").expect(200);
    }

    @Test
    void badUserNamesSayWhatIsAllowed() throws Exception {
        assertThat(admin.post("/api/v1/users", "{'name':'Ann Smith'}").error(400, "Validation"))
                .contains("'Ann Smith'", "lower-case");
        assertThat(admin.post("/api/v1/users", "{'name':'../x'}").error(400, "Validation"))
                .contains("'../x'");
        admin.post("/api/v1/users", "{'name':'twice'}").expect(201);
        assertThat(admin.post("/api/v1/users", "{'name':'twice'}").error(409, "Conflict"))
                .contains("exists already");
        assertThat(
                        admin.post("/api/v1/users", "{'name':'boss','role':'king'}")
                                .error(400, "Validation"))
                .contains("king");
    }

    @Test
    void sessionsAreListedAndEnded() throws Exception {
        Person here = hub.user(admin, "traveller");
        Person there = hub.signedIn("traveller");
        var sessions = here.get("/api/v1/sessions").expect(200).json().path("sessions");
        assertThat(sessions).hasSize(2);

        for (var session : sessions) {
            if (!session.path("id").asString().isEmpty()) {
                here.delete("/api/v1/sessions/" + session.path("id").asString());
            }
        }

        there.get("/api/v1/me").error(401, "NotSignedIn");
    }

    @Test
    void signingOutEndsTheSessionAtTheHub() throws Exception {
        Person user = hub.user(admin, "leaving");
        HttpCookie session = user.cookie("moka-session").orElseThrow();

        user.post("/api/v1/sign-out").expect(204);

        hub.stranger()
                .with("Cookie", session.getName() + "=" + session.getValue())
                .get("/api/v1/me")
                .error(401, "NotSignedIn");
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() throws Exception {
        Person here = hub.user(admin, "careful");
        Person there = hub.signedIn("careful");

        assertThat(
                        here.write(
                                        "PUT",
                                        "/api/v1/me/password",
                                        "{\"current\":\"wrong\",\"chosen\":\"brand new one\"}")
                                .error(400, "Validation"))
                .contains("current password");
        here.write(
                        "PUT",
                        "/api/v1/me/password",
                        "{\"current\":\"%s\",\"chosen\":\"brand new one\"}"
                                .formatted(TestHub.PASSWORD))
                .expect(200);

        there.get("/api/v1/me").error(401, "NotSignedIn");
        here.get("/api/v1/me").expect(200);
    }

    @Test
    void aTokenIsShownOnceUsedAndRevoked() throws Exception {
        Person user = hub.user(admin, "scripter");
        Person.Answer made = user.post("/api/v1/tokens", "{'label':'my laptop'}").expect(201);
        Person program = hub.stranger().with("Authorization", "Bearer " + made.text("secret"));

        assertThat(made.text("secret")).startsWith("mk_");
        assertThat(
                        program.post("/api/v1/lifecycle-configs", "{'name':'p','onStart':'true'}")
                                .expect(201)
                                .text("name"))
                .isEqualTo("p");
        String list = user.get("/api/v1/tokens").expect(200).body();
        assertThat(list).contains("my laptop", "lastUsedAt").doesNotContain(made.text("secret"));
        user.delete("/api/v1/tokens/" + made.text("id")).expect(204);
        assertThat(program.get("/api/v1/me").error(401, "NotSignedIn"))
                .contains("token", "revoked");
        user.delete("/api/v1/tokens/" + made.text("id")).error(404, "ResourceNotFound");
        user.post("/api/v1/tokens", "{'label':''}").error(400, "Validation");
    }

    @Test
    void sessionsAndUsersSurviveARestart(@TempDir Path other) throws Exception {
        TestHub first = TestHub.start(other);
        Person user = first.admin();
        HttpCookie session = user.cookie("moka-session").orElseThrow();
        first.close();
        try (TestHub second = TestHub.start(other, Duration.ofSeconds(10))) {
            assertThat(second.hub().firstLink()).isEmpty();
            assertThat(
                            second.stranger()
                                    .with("Cookie", session.getName() + "=" + session.getValue())
                                    .get("/api/v1/me")
                                    .expect(200)
                                    .text("name"))
                    .isEqualTo("admin");
        }
    }

    @Test
    void aRestartGivesAnotherFirstLinkWhileThereIsNoPassword(@TempDir Path other) throws Exception {
        String first;
        try (TestHub before = TestHub.start(other)) {
            first = before.hub().firstLink().orElseThrow().token();
        }
        try (TestHub after = TestHub.start(other)) {
            assertThat(after.hub().firstLink().orElseThrow().token()).isNotEqualTo(first);
            after.stranger()
                    .post(
                            "/api/v1/welcome",
                            "{'token':'%s','password':'%s'}".formatted(first, TestHub.PASSWORD))
                    .error(401, "NotSignedIn");
            after.admin().get("/api/v1/me").expect(200);
        }
    }

    @Test
    void theBodyIsCheckedFieldByField() throws Exception {
        Map<String, String> bodies =
                Map.of(
                        "{'user':'a'}", "'password' is missing",
                        "{'user':1,'password':'x'}", "'user' must be a string",
                        "{'user':'a','password':'b','extra':1}", "unknown fields [extra]",
                        "[1]", "not a JSON object",
                        "{", "not a JSON object");
        for (var entry : bodies.entrySet()) {
            assertThat(
                            hub.stranger()
                                    .post("/api/v1/sign-in", entry.getKey())
                                    .error(400, "Validation"))
                    .contains(entry.getValue());
        }
    }
}
