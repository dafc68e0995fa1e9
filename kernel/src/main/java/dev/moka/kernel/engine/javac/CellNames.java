package dev.moka.kernel.engine.javac;

/// Names of what the engine generates around a cell.
final class CellNames {
    /// The package of all classes of cells, so that they see each other's members.
    static final String PACKAGE = "REPL";

    /// The method that runs a cell's statements.
    static final String RUN = "run$";

    /// The field that gets the value of a cell's last expression.
    static final String RESULT = "value$";

    private CellNames() {}

    /// The class that holds the statements, variables and types of one compilation.
    static String cell(int unit) {
        return "Cell_" + unit;
    }

    /// A class beside it, for one method or one declaration that was compiled again.
    static String part(int unit, int part) {
        return "Cell_" + unit + "_" + part;
    }

    static String full(String holder) {
        return PACKAGE + "." + holder;
    }

    /// Whether a class, by its full name, is of a cell.
    static boolean isCell(String className) {
        return className.startsWith(PACKAGE + ".Cell_");
    }
}
