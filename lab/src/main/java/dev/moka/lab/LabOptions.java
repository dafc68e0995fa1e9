package dev.moka.lab;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the command line of the lab says.
///
/// @param root the folder that is served
/// @param host the address that it listens on
/// @param port the port; 0 for any that is free
/// @param token the secret that lets a browser in; empty for none
/// @param baseUrl the path under which it lives
/// @param home the folder for state and further extensions
/// @param assets the unpacked JupyterLab, or null for the one beside the program
record LabOptions(
        Path root,
        String host,
        int port,
        String token,
        String baseUrl,
        Path home,
        @Nullable Path assets) {
    /// The addresses that only this machine reaches.
    static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    static final String USAGE =
            """
            usage: java -jar moka-lab.jar [--root DIR] [--host ADDRESS] [--port N] [--token T]
                                          [--base-url PATH] [--home DIR] [--assets DIR]

              --root      the folder to serve (this one)
              --host      the address to listen on (127.0.0.1)
              --port      the port; 0 for any that is free (8888)
              --token     the secret that lets a browser in (a random one); '' for none
              --base-url  the path under which the lab lives (/)
              --home      the folder for state and labextensions (~/.moka)
              --assets    the unpacked JupyterLab (beside the program)
            """;

    static LabOptions parse(String[] arguments, Path userHome) {
        LabOptions options =
                new LabOptions(
                        Path.of("").toAbsolutePath(),
                        "127.0.0.1",
                        8888,
                        randomToken(),
                        "/",
                        userHome.resolve(".moka"),
                        null);
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("%s needs a value".formatted(arguments[i]));
            }
            options = options.with(arguments[i], arguments[i + 1]);
        }
        if (options.token().isEmpty() && !LOOPBACK.contains(options.host())) {
            throw new IllegalArgumentException(
                    "--host %s lets everyone in when --token is empty: give a token"
                            .formatted(options.host()));
        }
        return options;
    }

    private LabOptions with(String name, String value) {
        return switch (name) {
            case "--root" ->
                    new LabOptions(absolute(value), host, port, token, baseUrl, home, assets);
            case "--host" -> new LabOptions(root, value, port, token, baseUrl, home, assets);
            case "--port" -> new LabOptions(root, host, port(value), token, baseUrl, home, assets);
            case "--token" -> new LabOptions(root, host, port, value, baseUrl, home, assets);
            case "--base-url" ->
                    new LabOptions(root, host, port, token, baseUrl(value), home, assets);
            case "--home" ->
                    new LabOptions(root, host, port, token, baseUrl, absolute(value), assets);
            case "--assets" ->
                    new LabOptions(root, host, port, token, baseUrl, home, absolute(value));
            default -> throw new IllegalArgumentException("there is no option " + name);
        };
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException(
                    "--port is '%s', and must be a number from 0 to 65535".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private static String baseUrl(String text) {
        String path = "/" + text.replaceAll("^/+|/+$", "") + "/";
        String whole = path.equals("//") ? "/" : path;
        if (!whole.matches("[A-Za-z0-9/._~-]+") || whole.contains("..")) {
            throw new IllegalArgumentException(
                    "--base-url is '%s', and must be a plain path like /lab/".formatted(text));
        }
        return whole;
    }

    private static String randomToken() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
