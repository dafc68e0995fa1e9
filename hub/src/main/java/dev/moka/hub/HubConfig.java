package dev.moka.hub;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a hub is to run, from the command line and the environment; the only place that reads
/// either.
///
/// @param root the folder that holds Moka's parts: `kernel/target`, `lab/target`, `notebooks`
/// @param database a JDBC URL of PostgreSQL, absent for SQLite in the home
/// @param allowedHosts host names beside the loopback ones that the hub answers for
/// @param publicUrl the address under which people reach the hub when it is behind a proxy
/// @param awsPort where AWS clients connect
/// @param awsPublicUrl the address under which AWS clients reach the hub when it is behind a proxy
/// @param environment the environment of this process
/// @param train whether to start, serve a few requests for the AOT cache, and end
public record HubConfig(
        Path home,
        String host,
        int port,
        @Nullable String database,
        Duration lifecycleTimeout,
        String region,
        Set<String> allowedHosts,
        @Nullable URI publicUrl,
        int awsPort,
        @Nullable URI awsPublicUrl,
        Path root,
        Map<String, String> environment,
        boolean train) {

    static final String USAGE =
            """
            Usage: moka up [options]

              --home DIR             where everything is kept (MOKA_HOME, ~/.moka)
              --port PORT            port to listen on, 0 for any free one (8888)
              --host ADDRESS         address to listen on (127.0.0.1); 0.0.0.0 for every network
              --database URL         jdbc:postgresql://… (MOKA_DATABASE); SQLite in the home without it
              --lifecycle-timeout T  how long a lifecycle script may run: 90s, 5m, 1h (5m)
              --region NAME          AWS region whose names the hub uses (us-east-1)
              --public-url URL       address that people use when the hub is behind a proxy
              --aws-port PORT        port for AWS clients, 0 for any free one (--port + 1)
              --aws-public-url URL   address that AWS clients use when the hub is behind a proxy
              --allow-host NAMES     further host names to answer for, separated by commas
              --root DIR             where Moka's parts lie
              --help                 this text
            """;

    private static final Set<String> NAMES =
            Set.of(
                    "--home",
                    "--port",
                    "--host",
                    "--database",
                    "--lifecycle-timeout",
                    "--region",
                    "--public-url",
                    "--aws-port",
                    "--aws-public-url",
                    "--allow-host",
                    "--root");
    private static final Set<String> FLAGS = Set.of("--help", "--train");
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})([smh]?)");
    private static final Pattern ADDRESS = Pattern.compile("[\\d.]+|\\[.*]");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,3}(-[a-z]+)+-\\d");

    public HubConfig {
        allowedHosts = Set.copyOf(allowedHosts);
        environment = Map.copyOf(environment);
    }

    /// Whether the words only ask for the usage text.
    static boolean asksForHelp(List<String> words) {
        return words.contains("--help") || words.contains("-h");
    }

    static HubConfig parse(List<String> words, Map<String, String> environment) {
        Options options = Options.parse(words, NAMES, FLAGS);
        String home =
                options.value("--home")
                        .or(() -> Optional.ofNullable(environment.get("MOKA_HOME")))
                        .filter(value -> !value.isBlank())
                        .orElseGet(() -> System.getProperty("user.home") + "/.moka");
        int port = port("--port", options.value("--port").orElse("8888"));
        String database =
                options.value("--database")
                        .or(() -> Optional.ofNullable(environment.get("MOKA_DATABASE")))
                        .filter(value -> !value.isBlank())
                        .map(HubConfig::database)
                        .orElse(null);
        return new HubConfig(
                path("--home", home),
                options.value("--host").orElse("127.0.0.1"),
                port,
                database,
                time(options.value("--lifecycle-timeout").orElse("5m")),
                region(options.value("--region").orElse("us-east-1")),
                hosts(options.value("--allow-host").orElse("")),
                options.value("--public-url").map(u -> url("--public-url", u)).orElse(null),
                port("--aws-port", options.value("--aws-port").orElse(beside(port))),
                options.value("--aws-public-url").map(u -> url("--aws-public-url", u)).orElse(null),
                options.value("--root")
                        .map(value -> path("--root", value))
                        .orElseGet(HubConfig::installed),
                environment,
                options.has("--train"));
    }

    /// The same for a throw-away hub on any free port.
    HubConfig elsewhere(Path folder) {
        return new HubConfig(
                folder,
                "127.0.0.1",
                0,
                null,
                lifecycleTimeout,
                region,
                Set.of(),
                null,
                0,
                null,
                root,
                environment,
                train);
    }

    /// Whether only programs of this machine can connect, so that other host names can only be a
    /// trick.
    boolean onLoopback() {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    /// The host names that the hub answers for; empty for any, when it listens to a network without
    /// saying as what.
    Set<String> answeredHosts() {
        Set<String> hosts = new HashSet<>(allowedHosts);
        if (publicUrl != null) {
            hosts.add(publicUrl.getHost().toLowerCase(Locale.ROOT));
        }
        if (onLoopback() || !hosts.isEmpty()) {
            hosts.addAll(List.of("localhost", "127.0.0.1", "[::1]", host));
        }
        return hosts;
    }

    /// The names in front of which a bucket's name may stand; the longer of two comes first.
    List<String> s3Domains() {
        Set<String> names = new HashSet<>(allowedHosts);
        names.addAll(List.of("localhost", "s3.localhost"));
        if (awsPublicUrl != null) {
            names.add(awsPublicUrl.getHost().toLowerCase(Locale.ROOT));
        }
        return names.stream()
                .filter(name -> !ADDRESS.matcher(name).matches())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    boolean secure() {
        return publicUrl != null && "https".equals(publicUrl.getScheme());
    }

    /// The address to show, without a slash at the end.
    String address(int boundPort) {
        return address(publicUrl, boundPort);
    }

    /// The address for AWS clients, without a slash at the end.
    String awsAddress(int boundPort) {
        return address(awsPublicUrl, boundPort);
    }

    private String address(@Nullable URI known, int boundPort) {
        if (known != null) {
            return known.toString().replaceFirst("/+$", "");
        }
        String shown = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        return "http://%s:%d".formatted(shown.contains(":") ? "[" + shown + "]" : shown, boundPort);
    }

    private static Path path(String option, String value) {
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new ConfigException(
                    "%s '%s' is not a path: %s".formatted(option, value, e.getReason()));
        }
    }

    /// The next port; any free one beside any free one.
    private static String beside(int port) {
        return String.valueOf(port == 0 ? 0 : port + 1);
    }

    private static int port(String option, String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new ConfigException(
                    "%s '%s' is not a number from 0 to 65535".formatted(option, value));
        }
        throw new ConfigException("%s %s is not a number from 0 to 65535".formatted(option, value));
    }

    private static String database(String value) {
        if (!value.startsWith("jdbc:postgresql:")) {
            throw new ConfigException(
                    "--database must begin with jdbc:postgresql://, for example"
                            + " jdbc:postgresql://host/moka?user=moka; leave it out for SQLite");
        }
        return value;
    }

    private static Duration time(String value) {
        Matcher matcher = TIME.matcher(value);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new ConfigException(
                    "--lifecycle-timeout '%s' is not a time; write 90s, 5m or 1h".formatted(value));
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofSeconds(amount);
        };
    }

    private static String region(String value) {
        if (!REGION.matcher(value).matches()) {
            throw new ConfigException(
                    "--region '%s' is not the name of a region, such as us-east-1"
                            .formatted(value));
        }
        return value;
    }

    private static Set<String> hosts(String value) {
        Set<String> hosts = new HashSet<>();
        for (String host : value.split(",", -1)) {
            if (!host.isBlank()) {
                hosts.add(host.strip().toLowerCase(Locale.ROOT));
            }
        }
        return hosts;
    }

    private static URI url(String option, String value) {
        try {
            URI uri = new URI(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new ConfigException(
                    "%s '%s' is not an address: %s".formatted(option, value, e.getReason()));
        }
        throw new ConfigException(
                "%s '%s' must begin with http:// or https://".formatted(option, value));
    }

    /// The parts lie around `hub/target/moka-hub.jar`.
    private static Path installed() {
        try {
            Path jar =
                    Path.of(
                            HubConfig.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            Path root = jar.resolve("../../..").normalize();
            if (Files.isDirectory(root)) {
                return root;
            }
        } catch (URISyntaxException e) {
            throw new ConfigException(
                    "Moka's parts are not found; say where with --root: " + e.getMessage());
        }
        throw new ConfigException("Moka's parts are not found; say where with --root");
    }
}
