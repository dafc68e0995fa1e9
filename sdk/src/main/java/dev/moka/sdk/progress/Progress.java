package dev.moka.sdk.progress;

import java.io.Console;
import java.util.Optional;

/// A listener to transfers. [#standard] shows a bar in a notebook and in a terminal, and nothing
/// elsewhere.
public interface Progress {

    /// A transfer begins: `what` moves, `bytes` in all.
    Transfer begin(String what, long bytes);

    /// One transfer that is under way. Several threads may report to it at once.
    interface Transfer extends AutoCloseable {
        /// That many bytes more have moved; fewer than none when a part has to be sent again.
        void moved(long bytes);

        /// The transfer is over, done or not.
        @Override
        void close();
    }

    /// Shows nothing.
    static Progress none() {
        return (_, _) -> SILENT;
    }

    /// A bar below the cell in a notebook, a bar in a terminal, nothing where output goes to a file
    /// or a pipe.
    static Progress standard() {
        return NotebookPage.find()
                .<Progress>map(NotebookProgress::new)
                .orElseGet(() ->
                        Optional.ofNullable(System.console())
                                        .filter(Console::isTerminal)
                                        .isPresent()
                                ? new TerminalProgress(System.err, System::nanoTime)
                                : none());
    }

    /// A transfer that nobody watches.
    Transfer SILENT =
            new Transfer() {
                @Override
                public void moved(long bytes) {
                    // Nobody watches.
                }

                @Override
                public void close() {
                    // Nobody watches.
                }
            };
}
