package dev.moka.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.Hub;
import dev.moka.hub.HubConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pages over HTTP, as a browser without script uses them.
class ConsoleTest {
    private static final String PASSWORD = "three small espressos";
    private static final Pattern LINK = Pattern.compile("/welcome\\?token=[\\w-]+");

    @TempDir private Path home;
    private Hub hub;
    private ConsoleClient admin;

    @BeforeEach
    void open() throws Exception {
        Path root = Path.of(System.getProperty("moka.root", "..")).toAbsolutePath().normalize();
        hub =
                Hub.start(
                        new HubConfig(
                                home,
                                "127.0.0.1",
                                0,
                                null,
                                Duration.ofSeconds(60),
                                "us-east-1",
                                Set.of(),
                                null,
                                0,
                                null,
                                root,
                                Map.of("PATH", System.getenv("PATH")),
                                false));
        admin = welcomed(hub.firstLink().orElseThrow().path());
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void whoIsNotSignedInIsAskedToAndThenGoesOnToWhereTheyWanted() throws Exception {
        ConsoleClient stranger = new ConsoleClient(hub);
        HttpResponse<String> asked = stranger.get("/package-sets");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(stranger.follow(asked).body()).contains("value=\"/package-sets\"");
        HttpResponse<String> in =
                stranger.post(
                        "/sign-in", "name", "admin", "password", PASSWORD, "next", "/package-sets");
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(stranger.follow(in).body()).contains("No package sets yet");
    }

    @Test
    void theWayOnNeverLeadsToAnotherSite() throws Exception {
        ConsoleClient stranger = new ConsoleClient(hub);
        stranger.get("/sign-in");
        for (String elsewhere :
                new String[] {"https://example.org/", "//example.org", "/\\example.org"}) {
            HttpResponse<String> in =
                    stranger.post(
                            "/sign-in", "name", "admin", "password", PASSWORD, "next", elsewhere);
            assertThat(in.headers().firstValue("Location")).hasValue("/");
        }
    }

    @Test
    void aWrongPasswordIsToldAtTheFieldAndTooManyHaveToWait() throws Exception {
        ConsoleClient stranger = new ConsoleClient(hub);
        stranger.get("/sign-in");
        HttpResponse<String> wrong = stranger.post("/sign-in", "name", "admin", "password", "no");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body())
                .contains("is not right", "value=\"admin\"")
                .doesNotContain("value=\"no\"");
        for (int i = 0; i < 4; i++) {
            stranger.post("/sign-in", "name", "admin", "password", "no");
        }
        HttpResponse<String> late =
                stranger.post("/sign-in", "name", "admin", "password", PASSWORD);
        assertThat(late.body()).contains("Too many wrong passwords", "try again in");
    }

    @Test
    void aOneTimeLinkWorksOnce() throws Exception {
        String link = newUser("ada");
        welcomed(link);
        ConsoleClient second = new ConsoleClient(hub);
        HttpResponse<String> used = second.get(link);
        assertThat(second.follow(used).body()).contains("used already or has expired");
    }

    @Test
    void twoDifferentPasswordsAreToldAtTheSecond() throws Exception {
        ConsoleClient ada = new ConsoleClient(hub);
        String link = newUser("ada");
        ada.get(link);
        String token = link.substring(link.indexOf('=') + 1);
        HttpResponse<String> answer =
                ada.post(
                        "/welcome",
                        "token",
                        token,
                        "password",
                        PASSWORD,
                        "again",
                        "something else");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("not the same").doesNotContain(PASSWORD);
    }

    @Test
    void aDisabledUserIsOutAtOnceAndCannotComeBack() throws Exception {
        ConsoleClient ada = welcomed(newUser("ada"));
        admin.get("/admin/users");
        admin.follow(admin.post("/admin/users/ada/disable"));
        assertThat(ada.get("/").statusCode()).isEqualTo(302);
        ada.get("/sign-in");
        assertThat(ada.post("/sign-in", "name", "ada", "password", PASSWORD).body())
                .contains("is not right");
    }

    @Test
    void aFormWithoutTheTokenOfThePageIsRefused() throws Exception {
        admin.get("/account");
        admin.forgetToken();
        HttpResponse<String> forged = admin.post("/account/tokens", "label", "mine");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("You may not do this", "reload the page");
    }

    @Test
    void onlyAdministratorsSeeAdministration() throws Exception {
        ConsoleClient ada = welcomed(newUser("ada"));
        for (String path : new String[] {"/admin", "/admin/users", "/admin/host", "/admin/live"}) {
            assertThat(ada.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(ada.get("/").body()).doesNotContain("href=\"/admin\"");
        assertThat(admin.get("/").body()).contains("href=\"/admin\"");
    }

    @Test
    void nobodySeesAnotherPersonsInstance() throws Exception {
        admin.get("/instances/new");
        admin.post("/instances", "name", "mine", "instanceType", "ml.t3.medium");
        ConsoleClient ada = welcomed(newUser("ada"));
        assertThat(ada.get("/instances/admin/mine").statusCode()).isEqualTo(404);
        assertThat(ada.get("/instances/admin/mine").body()).contains("that you may use");
        assertThat(ada.get("/instances/admin/mine/live").statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasTypedStaysWhenAFieldIsWrong() throws Exception {
        admin.get("/instances/new");
        HttpResponse<String> answer =
                admin.post(
                        "/instances",
                        "name",
                        "bad_name",
                        "instanceType",
                        "ml.t3.enormous",
                        "packages",
                        "not a coordinate");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("value=\"bad_name\"", "can't be the name", "not a coordinate</textarea>")
                .contains("There is no instance type", "is not a Maven coordinate");
    }

    @Test
    void aLifecycleScriptThatIsTooLongIsToldAtItsEditor() throws Exception {
        admin.get("/lifecycle-configs/new");
        HttpResponse<String> answer =
                admin.post("/lifecycle-configs", "name", "long", "onStart", "x".repeat(16_385));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("16,385 characters are too many");
    }

    @Test
    void windowsLineEndsOfAFormAreNotKept() throws Exception {
        admin.get("/lifecycle-configs/new");
        admin.post("/lifecycle-configs", "name", "dos", "onStart", "#!/bin/sh\r\necho hi\r\n");
        assertThat(admin.get("/lifecycle-configs/dos").body()).contains("#!/bin/sh\necho hi");
    }

    @Test
    void aConfigInUseCannotBeDeletedAndSaysByWhom() throws Exception {
        admin.get("/lifecycle-configs/new");
        admin.post("/lifecycle-configs", "name", "prepare", "onStart", "true");
        admin.post(
                "/instances",
                "name",
                "user",
                "instanceType",
                "ml.t3.medium",
                "lifecycleConfig",
                "prepare");
        HttpResponse<String> answer =
                admin.post("/lifecycle-configs/prepare/delete", "confirm", "prepare");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is used by");
    }

    @Test
    void anApiTokenIsShownOnceAndOpensTheApiUntilItIsRevoked() throws Exception {
        admin.get("/account");
        String page = admin.post("/account/tokens", "label", "laptop").body();
        assertThat(page).containsPattern(">mk_[\\w-]+<");
        assertThat(admin.get("/account").body()).contains("laptop").doesNotContain("mk_");
        Matcher id = Pattern.compile("/account/tokens/([\\w-]+)/revoke").matcher(page);
        assertThat(id.find()).isTrue();
        HttpResponse<String> revoked = admin.post("/account/tokens/" + id.group(1) + "/revoke");
        assertThat(admin.follow(revoked).body())
                .contains("The token is revoked")
                .doesNotContain(">laptop<");
    }

    @Test
    void aMessageIsShownOnce() throws Exception {
        admin.get("/package-sets/new");
        HttpResponse<String> made =
                admin.post("/package-sets", "name", "none", "coordinates", "a.b:c:1.0");
        assertThat(admin.follow(made).body()).contains("Saved none.");
        assertThat(admin.get("/package-sets").body()).doesNotContain("Saved none.");
    }

    @Test
    void pagesAllowNoScriptButTheirOwnAndAssetsAreKeptForAYear() throws Exception {
        HttpResponse<String> page = admin.get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        Matcher asset = Pattern.compile("/assets/[0-9a-f]+/console.js").matcher(page.body());
        assertThat(asset.find()).isTrue();
        assertThat(admin.get(asset.group()).headers().firstValue("Cache-Control").orElse(""))
                .contains("immutable");
        assertThat(admin.get("/nothing/here").statusCode()).isEqualTo(404);
        assertThat(admin.get("/nothing/here").body()).contains("There is nothing here");
    }

    private String newUser(String name) throws Exception {
        admin.get("/admin/users");
        Matcher link =
                LINK.matcher(admin.post("/admin/users", "name", name, "role", "USER").body());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private ConsoleClient welcomed(String link) throws Exception {
        ConsoleClient client = new ConsoleClient(hub);
        client.get(link);
        String token = link.substring(link.indexOf('=') + 1);
        HttpResponse<String> in =
                client.post("/welcome", "token", token, "password", PASSWORD, "again", PASSWORD);
        assertThat(in.statusCode()).isEqualTo(303);
        return client;
    }
}
