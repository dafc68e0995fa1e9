package dev.moka.lab.run;

import dev.moka.lab.kernels.AtomicFiles;
import dev.moka.lab.kernels.KernelLauncher;
import dev.moka.lab.notebook.Cell;
import dev.moka.lab.notebook.CodeCell;
import dev.moka.lab.notebook.Notebook;
import dev.moka.lab.notebook.NotebookFormat;
import dev.moka.lab.notebook.Output;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One run of a notebook: its cells in order, each with a line of progress, to the first that
/// fails.
final class NotebookRun {
    private static final String RAISES = "raises-exception";
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final int TITLE = 60;
    private static final long LAST_MOMENTS_SECONDS = 15;

    private final RunOptions options;
    private final KernelLauncher launcher;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, CellResult> results = new LinkedHashMap<>();

    NotebookRun(RunOptions options, KernelLauncher launcher, PrintStream out, PrintStream err) {
        this.options = options;
        this.launcher = launcher;
        this.out = out;
        this.err = err;
    }

    /// Runs the notebook and writes it. Returns whether all cells ran.
    boolean perform() throws IOException, InterruptedException {
        Notebook read = NotebookFormat.read(Files.readAllBytes(options.notebook()));
        Notebook notebook = Parameters.inject(read, options.parameters());
        CountDownLatch written = new CountDownLatch(1);
        try (HeadlessKernel kernel = HeadlessKernel.start(launcher, directory())) {
            CellRunner runner = new CellRunner(kernel, options.timeout());
            Thread hook = new Thread(() -> interrupt(runner, written), "moka-run-interrupt");
            Runtime.getRuntime().addShutdownHook(hook);
            boolean ok;
            try {
                ok = runCells(notebook.codeCells(), runner);
            } finally {
                AtomicFiles.write(
                        options.output().toAbsolutePath(),
                        NotebookFormat.write(withResults(notebook)));
                written.countDown();
            }
            if (!runner.isInterrupted()) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
            return ok;
        }
    }

    private Path directory() {
        Path folder = options.notebook().getParent();
        return folder == null ? Path.of("").toAbsolutePath() : folder;
    }

    /// Ctrl-C: the cell is stopped, and what there is gets written before the program ends.
    private void interrupt(CellRunner runner, CountDownLatch written) {
        try {
            err.println("\nInterrupted; what there is goes into " + options.output());
            runner.interrupt();
            if (!written.await(LAST_MOMENTS_SECONDS, TimeUnit.SECONDS)) {
                err.println("The cell does not stop; its outputs are lost.");
            }
        } catch (IOException e) {
            err.println("The kernel can't be interrupted: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean runCells(List<CodeCell> all, CellRunner runner)
            throws IOException, InterruptedException {
        List<CodeCell> cells = all.stream().filter(cell -> !cell.source().isBlank()).toList();
        for (int i = 0; i < cells.size(); i++) {
            CodeCell cell = cells.get(i);
            out.printf("[%d/%d] ", i + 1, cells.size());
            out.flush();
            CellResult result = runner.run(cell.id(), cell.source());
            results.put(key(cell), result);
            boolean allowed = cell.hasTag(RAISES) && !runner.isInterrupted();
            boolean ok = !result.failed() || allowed;
            String mark = ok ? "✓" : "✗";
            out.printf(
                    Locale.ROOT,
                    "%s %.1f s  %s%n",
                    mark,
                    result.took().toMillis() / 1000.0,
                    title(cell));
            if (!ok) {
                err.println();
                result.failure().forEach(line -> err.println(onTerminal(line)));
                return false;
            }
        }
        return true;
    }

    /// Colours are for people at a terminal.
    @SuppressWarnings("SystemConsoleNull") // never null on this JDK, but nullable to NullAway
    private static String onTerminal(String line) {
        Console console = System.console();
        return console != null && console.isTerminal() ? line : COLOUR.matcher(line).replaceAll("");
    }

    private static String title(CodeCell cell) {
        String line = cell.source().strip().lines().findFirst().orElse("");
        return line.length() > TITLE ? line.substring(0, TITLE - 1) + "…" : line;
    }

    /// Older notebooks have cells without ids.
    private static String key(CodeCell cell) {
        return cell.id().isEmpty() ? cell.source() : cell.id();
    }

    private Notebook withResults(Notebook notebook) {
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : notebook.cells()) {
            cells.add(cell instanceof CodeCell code ? withResult(code) : cell);
        }
        return notebook.withCells(cells);
    }

    private CodeCell withResult(CodeCell cell) {
        CellResult result = results.get(key(cell));
        if (result == null) {
            return cell;
        }
        List<Output> outputs = new ArrayList<>();
        for (JsonNode output : result.outputs().toJson()) {
            if (output instanceof ObjectNode json) {
                outputs.add(Output.of(json));
            }
        }
        OptionalInt count = result.executionCount();
        return cell.withOutputs(outputs).withExecutionCount(count);
    }
}
