package dev.moka.hub.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.Hub;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A browser without script: follows links and sends forms, with the token of the form.
final class ConsoleClient {
    private static final Pattern TOKEN = Pattern.compile("name=\"_xsrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client;
    private final String address;
    private String token = "";

    ConsoleClient(Hub hub) {
        this.address = hub.address();
        this.client =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .connectTimeout(PATIENCE)
                        .build();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /// Sends a form: names and values in turn.
    HttpResponse<String> post(String path, String... fields)
            throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder("_xsrf=" + encoded(token));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /// Where a redirect leads, followed.
    HttpResponse<String> follow(HttpResponse<String> redirect)
            throws IOException, InterruptedException {
        return get(redirect.headers().firstValue("Location").orElseThrow());
    }

    void forgetToken() {
        token = "forged";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        Matcher matcher = TOKEN.matcher(response.body());
        if (matcher.find()) {
            token = matcher.group(1);
        }
        return response;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
