package dev.moka.lab.kernels;

import dev.moka.lab.journal.CellRun;
import dev.moka.lab.journal.NotebookMerge;
import dev.moka.lab.journal.OutputReader;
import dev.moka.lab.journal.RunOutputs;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts outputs into notebook files when no page is there to do it.
///
/// A page shows the outputs of what it asked for and saves them; what it has not saved is kept in
/// the kernel's log as *unsettled*. Unsettled outputs go into the file when the notebook is opened
/// by a page that did not ask for them, and, while no page is connected to the kernel, as soon as a
/// cell has ended. A page that only lost its network gets a minute to come back first.
public final class UnattendedOutputs {
    private static final Logger log = LoggerFactory.getLogger(UnattendedOutputs.class);
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Kernels kernels;
    private final Sessions sessions;
    private final NotebookFiles notebooks;
    private final Clock clock;
    private final Instant since;

    /// Keeps the outputs of these kernels.
    public UnattendedOutputs(
            Kernels kernels, Sessions sessions, NotebookFiles notebooks, Clock clock) {
        this.kernels = kernels;
        this.sessions = sessions;
        this.notebooks = notebooks;
        this.clock = clock;
        this.since = clock.instant();
    }

    /// A notebook is about to be read: puts in what its absent pages missed, so far.
    public void opening(String path) {
        for (Kernel kernel : of(path)) {
            merge(kernel, path, run -> !kernel.clients().isAttached(run.session()));
        }
    }

    /// A notebook was saved by a page: what has ended before is in it.
    public void saved(String path) {
        for (Kernel kernel : of(path)) {
            for (CellRun run : kernel.runs().where(UnattendedOutputs::isEnded)) {
                if (kernel.clients().isAttached(run.session())) {
                    settle(kernel, run);
                }
            }
        }
    }

    /// A kernel's log is about to be deleted: puts in all that is not yet in the notebook.
    public void closing(Kernel kernel) {
        for (Session session : sessions.ofKernel(kernel.id())) {
            merge(kernel, session.path(), run -> !kernel.clients().isAttached(run.session()));
        }
    }

    /// Puts in what has ended on kernels that no page is connected to.
    public void sweep() {
        for (Session session : sessions.all()) {
            kernels.find(session.kernelId())
                    .filter(kernel -> kernel.clients().count() == 0)
                    .ifPresent(kernel ->
                            merge(
                                    kernel,
                                    session.path(),
                                    run -> run.isDone() && isLeft(kernel, run.session())));
        }
    }

    private boolean isLeft(Kernel kernel, String session) {
        Instant late = clock.instant().minus(GRACE);
        return kernel.clients()
                .left(session)
                .map(left -> left.forGood() || left.since().isBefore(late))
                .orElseGet(() -> since.isBefore(late));
    }

    private static boolean isEnded(CellRun run) {
        return run.isDone() && !run.settled();
    }

    private List<Kernel> of(String path) {
        return sessions.ofPath(path).flatMap(session -> kernels.find(session.kernelId())).stream()
                .toList();
    }

    private void merge(Kernel kernel, String path, Predicate<CellRun> which) {
        List<CellRun> runs =
                kernel.runs().where(run -> !run.settled() && !run.cellId().isEmpty()).stream()
                        .filter(which)
                        .toList();
        if (runs.isEmpty() || !path.endsWith(".ipynb")) {
            return;
        }
        try {
            List<RunOutputs> outputs = new OutputReader(kernel.frames()).read(runs);
            notebooks.update(path, notebook -> NotebookMerge.apply(notebook, outputs));
            runs.stream().filter(CellRun::isDone).forEach(run -> settle(kernel, run));
            log.info(
                    "{}: outputs of {} cells were put in while no page was there",
                    path,
                    runs.size());
        } catch (IOException e) {
            log.warn("outputs of {} stay in the log of kernel {}", path, kernel.id(), e);
        }
    }

    private static void settle(Kernel kernel, CellRun run) {
        try {
            kernel.settled(run);
        } catch (IOException e) {
            log.warn("kernel {}: a run could not be marked as saved", kernel.id(), e);
        }
    }
}
