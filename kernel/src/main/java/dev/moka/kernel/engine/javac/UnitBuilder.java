package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCModifiers;
import com.sun.tools.javac.tree.JCTree.JCStatement;
import com.sun.tools.javac.tree.TreeMaker;
import com.sun.tools.javac.tree.TreeScanner;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.List;
import com.sun.tools.javac.util.ListBuffer;
import com.sun.tools.javac.util.Log;
import com.sun.tools.javac.util.Names;
import dev.moka.kernel.api.UnresolvedReferenceException;
import java.util.LinkedHashSet;
import java.util.Set;

/// Puts classes around the pieces of cells. The pieces keep their positions, so that lines in
/// errors and stack traces are the cell's.
final class UnitBuilder {
    private static final long ACCESS = Flags.PUBLIC | Flags.PROTECTED | Flags.PRIVATE;

    private final TreeMaker make;
    private final Names names;
    private final Log log;
    private final Session session;
    private final Set<String> undecided;

    /// @param session with what the units themselves declare
    /// @param undecided variables whose holder is found after their type
    UnitBuilder(Context context, Session session, Set<String> undecided) {
        this.make = TreeMaker.instance(context);
        this.names = Names.instance(context);
        this.log = Log.instance(context);
        this.session = session;
        this.undecided = undecided;
    }

    /// A compilation unit with the imports that its classes need.
    JCCompilationUnit unit(
            UnitFile file, CellParser parser, List<JCTree> imports, List<JCTree> classes) {
        ListBuffer<JCTree> definitions = new ListBuffer<>();
        make.at(0);
        definitions.append(make.PackageDecl(List.nil(), qualified(CellNames.PACKAGE)));
        Set<String> own = new LinkedHashSet<>();
        for (JCTree line : imports) {
            ImportLine own1 = ImportLine.of(line);
            if (!own1.isOnDemand() && own1.form() == ImportLine.Form.TYPE) {
                own.add(own1.simpleName());
            }
            definitions.append(line);
        }
        for (ImportLine line : session.imports()) {
            if (line.form() != ImportLine.Form.TYPE
                    || !own.contains(line.simpleName())
                    || line.isOnDemand()) {
                definitions.append(tree(line));
            }
        }
        for (String name : mentioned(classes)) {
            importOwn(name, definitions);
        }
        definitions.appendList(classes);
        JCCompilationUnit unit = make.TopLevel(definitions.toList());
        unit.sourcefile = file;
        unit.lineMap = (com.sun.tools.javac.util.Position.LineMap) parser.lines();
        unit.endPositions = parser.endPositions();
        log.setEndPosTable(file, parser.endPositions());
        return unit;
    }

    private void importOwn(String name, ListBuffer<JCTree> definitions) {
        Key variable = Key.variable(name);
        if (!undecided.contains(name)) {
            session.holders(variable)
                    .forEach(holder -> definitions.append(importStatic(holder, name)));
        }
        session.holders(Key.method(name))
                .forEach(holder -> definitions.append(importStatic(holder, name)));
        session.holders(Key.type(name))
                .forEach(holder ->
                        definitions.append(
                                make.Import(
                                        select(qualified(CellNames.full(holder)), name), false)));
    }

    JCTree.JCImport importStatic(String holder, String name) {
        return make.Import(select(qualified(CellNames.full(holder)), name), true);
    }

    private JCTree tree(ImportLine line) {
        return switch (line.form()) {
            case MODULE -> make.ModuleImport(qualified(line.name()));
            case STATIC -> make.Import((JCFieldAccess) qualified(line.name()), true);
            case TYPE -> make.Import((JCFieldAccess) qualified(line.name()), false);
        };
    }

    /// All names that stand alone somewhere in the trees.
    static Set<String> mentioned(Iterable<? extends JCTree> trees) {
        Set<String> found = new LinkedHashSet<>();
        var scanner =
                new TreeScanner() {
                    @Override
                    public void visitIdent(JCIdent tree) {
                        found.add(tree.name.toString());
                    }
                };
        trees.forEach(scanner::scan);
        return found;
    }

    JCClassDecl holder(String name, int position, List<JCTree> members) {
        make.at(position);
        return make.ClassDef(
                make.Modifiers(Flags.PUBLIC | Flags.FINAL),
                names.fromString(name),
                List.nil(),
                null,
                List.nil(),
                members);
    }

    /// The method that runs statements.
    JCMethodDecl run(List<JCStatement> statements) {
        make.at(0);
        return make.MethodDef(
                make.Modifiers(Flags.PUBLIC | Flags.STATIC),
                names.fromString(CellNames.RUN),
                make.TypeIdent(TypeTag.VOID),
                List.nil(),
                List.nil(),
                List.of(qualified("java.lang.Throwable")),
                make.Block(0, statements),
                null);
    }

    /// The field for the value of the last expression.
    JCTree result() {
        make.at(0);
        return make.VarDef(
                make.Modifiers(Flags.PUBLIC | Flags.STATIC),
                names.fromString(CellNames.RESULT),
                qualified("java.lang.Object"),
                null);
    }

    /// A type as a member. Its access becomes public after it was checked: a compact constructor
    /// may then be as the person wrote it.
    static void asMember(JCClassDecl type) {
        type.mods.flags = (type.mods.flags & ~ACCESS) | Flags.STATIC;
    }

    static void asMember(JCMethodDecl method) {
        method.mods.flags =
                (method.mods.flags & ~(ACCESS | Flags.FINAL)) | Flags.PUBLIC | Flags.STATIC;
    }

    JCModifiers fieldModifiers(JCModifiers written) {
        long kept = written.flags & (Flags.VOLATILE | Flags.TRANSIENT);
        return make.Modifiers(Flags.PUBLIC | Flags.STATIC | kept, written.annotations);
    }

    /// A body that says what is missing.
    JCTree.JCBlock missing(String message, int position) {
        make.at(position);
        JCExpression exception =
                make.NewClass(
                        null,
                        List.nil(),
                        qualified(UnresolvedReferenceException.class.getName()),
                        List.of(make.Literal(message)),
                        null);
        return make.Block(0, List.of(make.Throw(exception)));
    }

    JCFieldAccess select(JCExpression from, String name) {
        return make.Select(from, names.fromString(name));
    }

    JCExpression qualified(String name) {
        JCExpression tree = null;
        for (String part : name.split("\\.", -1)) {
            tree =
                    tree == null
                            ? make.Ident(names.fromString(part))
                            : make.Select(
                                    tree,
                                    part.equals("*") ? names.asterisk : names.fromString(part));
        }
        if (tree == null) {
            throw new IllegalArgumentException("no name");
        }
        return tree;
    }

    TreeMaker make() {
        return make;
    }
}
