package dev.moka.kernel.interpreter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A language that runs cells. One cell runs at a time; {@link #complete}, {@link #inspect}, {@link
/// #completeness} and {@link #interrupt} may be called from other threads while one runs and must
/// answer.
public interface Interpreter extends AutoCloseable {
    /// Runs one cell to its end. `System.out`, `System.err` and `System.in` are already connected
    /// to the cell.
    ///
    /// Never throws for an error of the user's code: that is an {@link Outcome.Failed}.
    Outcome execute(String code, Cell cell);

    /// Evaluates one expression for `user_expressions`, without history, result display or output.
    Outcome evaluate(String expression);

    /// Proposes how the code could go on at the cursor.
    ///
    /// @param cursor offset in UTF-16 units, 0 to `code.length()`
    Completions complete(String code, int cursor);

    /// Describes what stands at the cursor, as a MIME bundle, or nothing.
    ///
    /// @param detailLevel 0 for signature and summary, 1 for everything (with source where there is
    ///   one)
    Optional<MimeBundle> inspect(String code, int cursor, int detailLevel);

    /// Says whether the code could be run as it is.
    Completeness completeness(String code);

    /// Stops the running cell, if one runs. Returns at once; the cell then ends as {@link
    /// Outcome.Interrupted}.
    void interrupt();

    /// What `kernel_info_reply.language_info` says, for example `name`, `version`, `mimetype`,
    /// `file_extension`.
    Map<String, String> languageInfo();

    /// The text that a console shows on start.
    String banner();

    /// Links for the help menu, text to address.
    Map<String, String> helpLinks();

    @Override
    void close();

    /// How a cell ended.
    sealed interface Outcome {
        /// It ran to its end and its last expression has a value to show.
        record Value(MimeBundle result) implements Outcome {}

        /// It ran to its end with nothing to show.
        record Done() implements Outcome {}

        /// It was interrupted.
        record Interrupted() implements Outcome {}

        /// It did not compile, or threw.
        ///
        /// @param name the real exception type, for example `java.lang.ArithmeticException`, or
        ///   `CompilationException`
        /// @param message one line
        /// @param traceback lines, which may hold ANSI colours
        record Failed(String name, String message, List<String> traceback) implements Outcome {
            public Failed {
                traceback = List.copyOf(traceback);
            }
        }
    }

    /// Proposals that replace the text from start to end.
    ///
    /// @param start offset in UTF-16 units
    /// @param end offset in UTF-16 units
    record Completions(List<Completion> items, int start, int end) {
        public Completions {
            items = List.copyOf(items);
        }
    }

    /// One proposal.
    ///
    /// @param type `class`, `function`, `instance`, `keyword`, `magic`, `module`, `path`: what
    ///   IPython calls the type
    /// @param signature a parameter list or a type, empty when there is none
    record Completion(String text, String type, String signature) {}

    /// Whether a cell could run as it is.
    sealed interface Completeness {
        record Complete() implements Completeness {}

        /// More must follow.
        ///
        /// @param indent the blanks that the next line should start with
        record Incomplete(String indent) implements Completeness {}

        record Invalid() implements Completeness {}
    }
}
