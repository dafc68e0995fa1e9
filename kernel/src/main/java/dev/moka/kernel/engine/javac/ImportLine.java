package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCImport;
import com.sun.tools.javac.tree.JCTree.JCModuleImport;

/// An import of the session.
///
/// @param name what is imported, with `.*` when it is all of it
record ImportLine(Form form, String name) {
    /// The forms that an import has.
    enum Form {
        TYPE,
        STATIC,
        MODULE
    }

    static ImportLine of(JCTree tree) {
        return switch (tree) {
            case JCImport line ->
                    new ImportLine(
                            line.staticImport ? Form.STATIC : Form.TYPE, line.qualid.toString());
            case JCModuleImport line -> new ImportLine(Form.MODULE, line.module.toString());
            default -> throw new IllegalArgumentException("no import: " + tree);
        };
    }

    boolean isOnDemand() {
        return form == Form.MODULE || name.endsWith(".*");
    }

    /// Whether it is of one type.
    boolean isOfType() {
        return form == Form.TYPE && !isOnDemand();
    }

    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// What is before the last dot.
    String origin() {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /// Whether the other import would be of the same name, so that both can't hold.
    boolean replaces(ImportLine other) {
        return equals(other)
                || (form == Form.TYPE
                        && other.form == Form.TYPE
                        && !isOnDemand()
                        && !other.isOnDemand()
                        && simpleName().equals(other.simpleName()));
    }
}
