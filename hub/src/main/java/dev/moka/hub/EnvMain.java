package dev.moka.hub;

import dev.moka.hub.aws.local.LocalEnvironment;
import dev.moka.hub.home.Home;
import dev.moka.hub.home.HomeException;
import dev.moka.hub.home.LocalAccess;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The program behind `./moka env`: prints lines for a shell that point AWS clients at a hub.
public final class EnvMain {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String USAGE =
            """
            Usage: eval "$(./moka env [options])"

              --user NAME   whose access key (the first administrator's)
              --home DIR    the hub's home (MOKA_HOME, ~/.moka)
              --help        this text
            """;

    private EnvMain() {}

    public static void main(String[] words) throws InterruptedException {
        int status = run(List.of(words), System.getenv());
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(List<String> words, Map<String, String> environment)
            throws InterruptedException {
        try {
            Options options = Options.parse(words, Set.of("--user", "--home"), Set.of("--help"));
            if (options.has("--help")) {
                System.out.print(USAGE);
                return 0;
            }
            String home =
                    options.value("--home")
                            .or(() -> Optional.ofNullable(environment.get("MOKA_HOME")))
                            .filter(value -> !value.isBlank())
                            .orElseGet(() -> System.getProperty("user.home") + "/.moka");
            return ask(LocalAccess.of(new Home(Path.of(home))), options.value("--user"));
        } catch (ConfigException | HomeException e) {
            System.err.println("moka: " + e.getMessage());
            return 1;
        }
    }

    private static int ask(LocalAccess access, Optional<String> user) throws InterruptedException {
        String query =
                user.map(name -> "?user=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .orElse("");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(access.address() + LocalEnvironment.PATH + query))
                        .timeout(PATIENCE)
                        .header("Authorization", access.token())
                        .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                System.out.print(answer.body());
                return 0;
            }
            System.err.print("moka: " + answer.body());
            return 1;
        } catch (IOException e) {
            System.err.println(
                    "moka: the hub does not answer at %s; start it with ./moka up"
                            .formatted(access.address()));
            return 1;
        }
    }
}
