package dev.moka.kernel.engine.javac;

import dev.moka.kernel.engine.CompileError;
import java.util.List;
import java.util.Optional;

/// What came of the compilation of a range of a cell.
sealed interface Compiled {
    /// It can run.
    ///
    /// @param classes to load
    /// @param runner the class whose run method runs the statements
    /// @param resultType of the last expression, when it has a value to show
    /// @param session as it is from now on
    /// @param notes for the person
    /// @param rest what of the cell is still to be compiled
    record Ready(
            List<ClassFile> classes,
            String runner,
            Optional<String> resultType,
            Session session,
            List<String> notes,
            List<Range> rest)
            implements Compiled {
        public Ready {
            classes = List.copyOf(classes);
            notes = List.copyOf(notes);
            rest = List.copyOf(rest);
        }
    }

    /// Nothing of it runs.
    record Rejected(List<CompileError> errors) implements Compiled {
        public Rejected {
            errors = List.copyOf(errors);
        }
    }

    /// It must be compiled again, as other things need to be compiled with it.
    record Again(Key changed) implements Compiled {}

    /// Declarations must wait for what they refer to.
    record Failed(List<Problems.Problem> problems, Plan plan) implements Compiled {
        public Failed {
            problems = List.copyOf(problems);
        }
    }
}
