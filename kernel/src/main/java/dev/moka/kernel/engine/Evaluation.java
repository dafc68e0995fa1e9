package dev.moka.kernel.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the evaluation of a cell ended.
///
/// There are notes where something was accepted that cannot run yet, for example a method that
/// calls one that is not declared.
public sealed interface Evaluation {
    /// Remarks for the person, one line each.
    List<String> notes();

    /// It ran to its end and its last expression has a value to show.
    ///
    /// @param type the expression's static type, in source form
    record Value(@Nullable Object value, String type, List<String> notes) implements Evaluation {
        public Value {
            notes = List.copyOf(notes);
        }
    }

    /// It ran to its end with nothing to show.
    record Done(List<String> notes) implements Evaluation {
        public Done {
            notes = List.copyOf(notes);
        }
    }

    /// It was interrupted.
    record Interrupted(List<String> notes) implements Evaluation {
        public Interrupted {
            notes = List.copyOf(notes);
        }
    }

    /// It did not compile; statements before the one in error did run, unless the error is one of
    /// syntax.
    record Rejected(List<CompileError> errors, List<String> notes) implements Evaluation {
        public Rejected {
            errors = List.copyOf(errors);
            notes = List.copyOf(notes);
        }
    }

    /// It threw. The throwable is localized ({@link Engine#localize}).
    record Threw(Throwable thrown, List<String> notes) implements Evaluation {
        public Threw {
            notes = List.copyOf(notes);
        }
    }
}
