package dev.moka.lab.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the command line of `moka run` says.
///
/// @param output where the notebook with its outputs is written
/// @param timeout how long one cell may take; zero for as long as it likes
/// @param parameters values that replace those of the cell tagged `parameters`
record RunOptions(Path notebook, Path output, Duration timeout, Map<String, JsonNode> parameters) {
    static final String USAGE =
            """
            usage: moka run NOTEBOOK.ipynb [--output FILE] [--timeout SECONDS]
                                           [--parameters k=v,... or FILE.json]

              --output      write the notebook with its outputs here, not back into NOTEBOOK
              --timeout     the longest that one cell may take (no limit)
              --parameters  values for the cell after the one tagged 'parameters'

            Exit code 0 when all cells ran, 1 when one failed, 2 when the command is wrong.
            """;

    RunOptions {
        parameters = Map.copyOf(parameters);
    }

    /// @throws UsageException when the command line is wrong
    static RunOptions parse(String[] arguments) {
        Optional<Path> notebook = Optional.empty();
        @Nullable Path output = null;
        Duration timeout = Duration.ZERO;
        Map<String, JsonNode> parameters = Map.of();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            switch (argument) {
                case "--output" -> output = Path.of(value(arguments, ++i, argument));
                case "--timeout" -> timeout = seconds(value(arguments, ++i, argument));
                case "--parameters" ->
                        parameters = Parameters.parse(value(arguments, ++i, argument));
                default -> {
                    if (argument.startsWith("-") || notebook.isPresent()) {
                        throw new UsageException("'%s' is not understood".formatted(argument));
                    }
                    notebook = Optional.of(notebook(argument));
                }
            }
        }
        Path file = notebook.orElseThrow(() -> new UsageException("which notebook?"));
        return new RunOptions(file, output == null ? file : output, timeout, parameters);
    }

    private static String value(String[] arguments, int index, String name) {
        if (index >= arguments.length) {
            throw new UsageException(name + " needs a value");
        }
        return arguments[index];
    }

    private static Path notebook(String argument) {
        Path file = Path.of(argument).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no notebook at '%s'".formatted(argument));
        }
        return file;
    }

    private static Duration seconds(String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds > 0 && seconds < 1e7) {
                return Duration.ofMillis(Math.round(seconds * 1000));
            }
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "--timeout is '%s', and must be a number of seconds".formatted(text), e);
        }
        throw new UsageException("--timeout is '%s', and must be more than 0".formatted(text));
    }
}
