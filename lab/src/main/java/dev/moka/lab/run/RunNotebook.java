package dev.moka.lab.run;

import dev.moka.lab.kernels.KernelLauncher;
import dev.moka.lab.kernels.KernelProgram;
import dev.moka.lab.kernels.ProcessKernelLauncher;
import dev.moka.lab.notebook.NotebookException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// `moka run NOTEBOOK.ipynb`: the program.
public final class RunNotebook {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final Duration ORPHAN_TIME = Duration.ofSeconds(60);

    private RunNotebook() {}

    /// Runs the notebook and ends with 0, 1 when a cell failed, or 2 when the command is wrong.
    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "moka-lab-logback.xml");
        }
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            RunOptions options = RunOptions.parse(arguments);
            PrintStream out = utf8(FileDescriptor.out);
            PrintStream err = utf8(FileDescriptor.err);
            return new NotebookRun(options, launcher(), out, err).perform() ? 0 : FAILED;
        } catch (UsageException e) {
            System.err.println("moka run: " + e.getMessage());
            System.err.print(RunOptions.USAGE);
            return USAGE;
        } catch (NotebookException e) {
            System.err.println("moka run: the notebook can't be read: " + e.getMessage());
            return USAGE;
        } catch (IOException e) {
            System.err.println("moka run: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    /// Progress has signs that a plain locale can't say.
    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }

    private static KernelLauncher launcher() throws IOException {
        KernelProgram program = KernelProgram.in(kernelFolder()).withOrphanTime(ORPHAN_TIME);
        return new ProcessKernelLauncher(program, System.getenv());
    }

    /// The kernel is built beside the lab: `lab/target/moka-lab.jar`, `kernel/target/…`.
    private static Path kernelFolder() throws IOException {
        try {
            Path program =
                    Path.of(
                            RunNotebook.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return program.resolve("../../../kernel/target").normalize();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
