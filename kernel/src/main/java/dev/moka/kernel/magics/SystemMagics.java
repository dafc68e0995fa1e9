package dev.moka.kernel.magics;

import dev.moka.kernel.interpreter.Interpreter.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Magics about the machine: folders, environment, shell.
final class SystemMagics {
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(KEY|TOKEN|SECRET|PASSW|CREDENTIAL).*");

    static final List<Magic> TABLE =
            List.of(
                    new Magic(
                            "pwd",
                            Magic.Kind.LINE,
                            "%pwd",
                            "Shows the folder where relative paths start.",
                            SystemMagics::pwd),
                    new Magic(
                            "cd",
                            Magic.Kind.LINE,
                            "%cd FOLDER",
                            "Changes the folder where magics and %%sh start. Java's own relative"
                                    + " paths can't change.",
                            SystemMagics::cd),
                    new Magic(
                            "env",
                            Magic.Kind.LINE,
                            "%env [NAME | NAME=VALUE]",
                            "Shows environment variables; a change is for %%sh, as Java's own can't"
                                    + " change.",
                            SystemMagics::env),
                    new Magic(
                            "sh",
                            Magic.Kind.BOTH,
                            "%sh COMMAND, or %%sh with a script below",
                            "Runs shell commands, showing their output as it comes.",
                            SystemMagics::sh));

    private SystemMagics() {}

    private static Outcome pwd(Magic.Call call, Session session) {
        System.out.println(session.folder());
        return new Outcome.Done();
    }

    private static Outcome cd(Magic.Call call, Session session) {
        String target = call.words().isEmpty() ? "~" : call.words().getFirst();
        Path folder = session.resolve(target);
        if (!Files.isDirectory(folder)) {
            throw new MagicException("there is no folder " + folder);
        }
        session.changeFolder(folder);
        System.out.println(folder);
        return new Outcome.Done();
    }

    private static Outcome env(Magic.Call call, Session session) {
        String argument = call.arguments();
        int equals = argument.indexOf('=');
        if (equals > 0) {
            session.changeEnvironment(
                    argument.substring(0, equals).strip(), argument.substring(equals + 1).strip());
        } else if (argument.isEmpty()) {
            new TreeMap<>(session.environment())
                    .forEach((name, value) ->
                            System.out.printf(
                                    "%s=%s%n", name, SECRET.matcher(name).matches() ? "…" : value));
        } else {
            String value = session.environment().get(argument);
            if (value == null) {
                throw new MagicException("there is no environment variable " + argument);
            }
            System.out.println(value);
        }
        return new Outcome.Done();
    }

    private static Outcome sh(Magic.Call call, Session session)
            throws IOException, InterruptedException {
        String script = call.wholeCell() ? call.body() : call.arguments();
        var builder = new ProcessBuilder("sh", "-c", script).directory(session.folder().toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(session.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            Thread out = pump(process.getInputStream(), System.out);
            Thread err = pump(process.getErrorStream(), System.err);
            int status = process.waitFor();
            out.join();
            err.join();
            if (status != 0) {
                throw new MagicException("the shell ended with status " + status);
            }
            return new Outcome.Done();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /// The thread inherits the cell, and so where its output goes.
    private static Thread pump(InputStream from, PrintStream to) {
        Thread thread =
                new Thread(
                        () -> {
                            var decoder =
                                    new java.io.InputStreamReader(from, StandardCharsets.UTF_8);
                            char[] buffer = new char[8192];
                            try {
                                for (int read = decoder.read(buffer);
                                        read >= 0;
                                        read = decoder.read(buffer)) {
                                    to.print(new String(buffer, 0, read));
                                    to.flush();
                                }
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        "shell output");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
