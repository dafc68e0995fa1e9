package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCArrayTypeTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCExpressionStatement;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCNewArray;
import com.sun.tools.javac.tree.JCTree.JCPrimitiveTypeTree;
import com.sun.tools.javac.tree.JCTree.JCStatement;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeCopier;
import com.sun.tools.javac.tree.TreeMaker;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.List;
import com.sun.tools.javac.util.ListBuffer;
import com.sun.tools.javac.util.Log;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The compilation units of a plan, as trees that are not attributed yet.
final class Units {
    private final Context context;
    private final Plan plan;
    private final UnitBuilder builder;
    private final TreeMaker make;
    private final java.util.List<JCCompilationUnit> all = new ArrayList<>();
    private final java.util.List<Field> fields = new ArrayList<>();
    private final Map<Declared, JCTree> declarations = new LinkedHashMap<>();
    private @Nullable JCExpressionStatement last;
    private @Nullable JCMethodDecl run;

    Units(Context context, Plan plan) {
        this.context = context;
        this.plan = plan;
        this.builder = new UnitBuilder(context, plan.after(), plan.undecided());
        this.make = builder.make();
    }

    /// Builds them.
    ///
    /// @param file of the cell
    void build(UnitFile file, CellParser parser) {
        all.add(cell(file, parser));
        for (Declared each : plan.again()) {
            if (each.isCompiled()) {
                all.add(again(each));
            }
        }
        for (SessionVariable each : plan.resets()) {
            all.add(reset(each));
        }
    }

    private JCCompilationUnit cell(UnitFile file, CellParser parser) {
        ListBuffer<JCTree> imports = new ListBuffer<>();
        ListBuffer<JCTree> members = new ListBuffer<>();
        ListBuffer<JCTree> classes = new ListBuffer<>();
        ListBuffer<JCStatement> statements = new ListBuffer<>();
        for (Piece piece : plan.pieces()) {
            switch (piece) {
                case Piece.Import line -> imports.append(line.tree());
                case Piece.Type _, Piece.Method _ -> declaration(piece, members, classes);
                case Piece.Variable variable -> variable(variable, members, classes, statements);
                case Piece.Statement statement -> statements.append(statement.tree());
                case Piece.Expression expression -> statements.append(expression(expression));
            }
        }
        if (last != null) {
            members.append(builder.result());
        }
        run = builder.run(statements.toList());
        members.append(run);
        classes.prepend(builder.holder(plan.holder(), 0, members.toList()));
        return builder.unit(file, parser, imports.toList(), classes.toList());
    }

    private JCStatement expression(Piece.Expression piece) {
        JCExpressionStatement statement = make.at(piece.tree().pos).Exec(piece.tree());
        boolean isLast = piece.equals(plan.pieces().getLast());
        if (isLast && piece.shown() && !piece.tree().hasTag(JCTree.Tag.ASSIGN)) {
            last = statement;
        }
        return statement;
    }

    private void declaration(Piece piece, ListBuffer<JCTree> members, ListBuffer<JCTree> classes) {
        Declared declared = plan.own().get(piece);
        if (declared == null || !declared.isCompiled()) {
            return;
        }
        JCTree tree = piece.tree();
        prepare(declared, tree);
        if (tree instanceof JCMethodDecl) {
            classes.append(builder.holder(declared.holder(), tree.pos, List.of(tree)));
        } else {
            members.append(tree);
        }
    }

    /// Makes a method or type a member, and empties its bodies when it has to wait.
    private void prepare(Declared declared, JCTree tree) {
        Demotion demotion = plan.demotions().get(declared.snippet());
        String message = "%s %s".formatted(declared.snippet().description(), declared.reason());
        if (tree instanceof JCMethodDecl method) {
            UnitBuilder.asMember(method);
            if (demotion != null) {
                method.body = builder.missing(message, method.pos);
            }
        } else if (tree instanceof JCClassDecl type) {
            UnitBuilder.asMember(type);
            if (demotion != null) {
                new Bodies(builder, demotion.positions(), message).replaceIn(type);
            }
        }
        declarations.put(declared, tree);
    }

    private void variable(
            Piece.Variable piece,
            ListBuffer<JCTree> members,
            ListBuffer<JCTree> classes,
            ListBuffer<JCStatement> statements) {
        JCVariableDecl tree = piece.tree();
        if (tree.name.isEmpty()) {
            statements.append(make.at(tree.pos).Exec(tree.init));
            return;
        }
        make.at(tree.pos);
        JCVariableDecl field =
                make.VarDef(
                        builder.fieldModifiers(tree.mods),
                        tree.name,
                        tree.vartype,
                        null,
                        tree.declaredUsingVar());
        boolean apart =
                plan.undecided().contains(tree.name.toString()) && Ranges.isSelfReferring(piece);
        String holder = apart ? plan.nextPart() : plan.holder();
        if (apart) {
            classes.append(builder.holder(holder, tree.pos, List.of(field)));
        } else {
            members.append(field);
        }
        make.at(tree.pos);
        JCFieldAccess target =
                builder.select(builder.qualified(CellNames.full(holder)), tree.name.toString());
        JCExpression initial = tree.init == null ? zero(tree.vartype) : initial(tree);
        statements.append(make.at(tree.pos).Exec(make.Assign(target, initial)));
        fields.add(new Field(field, tree.init, target, holder, piece.end()));
    }

    private JCExpression initial(JCVariableDecl tree) {
        if (tree.init instanceof JCNewArray array
                && array.elemtype == null
                && tree.vartype instanceof JCArrayTypeTree type) {
            array.elemtype = new TreeCopier<Void>(make).copy(type.elemtype);
        }
        return tree.init;
    }

    private JCExpression zero(JCExpression type) {
        if (!(type instanceof JCPrimitiveTypeTree primitive)) {
            return make.Literal(TypeTag.BOT, null);
        }
        return primitive.typetag == TypeTag.BOOLEAN ? make.Literal(false) : make.Literal(0);
    }

    private JCCompilationUnit again(Declared declared) {
        Snippet snippet = declared.snippet();
        UnitFile file = new UnitFile(snippet.cell().name(), snippet.text());
        plan.isCompiledFrom(file, snippet);
        Log.instance(context).useSource(file);
        CellParser parser = CellParser.of(context, file.text());
        JCTree tree = parser.parse().getFirst().tree();
        prepare(declared, tree);
        JCClassDecl holder = builder.holder(declared.holder(), snippet.start(), List.of(tree));
        return builder.unit(file, parser, List.nil(), List.of(holder));
    }

    private JCCompilationUnit reset(SessionVariable variable) {
        UnitFile file = new UnitFile(variable.name(), variable.type() + " " + variable.name());
        Log.instance(context).useSource(file);
        CellParser parser = CellParser.of(context, file.text());
        JCVariableDecl tree = (JCVariableDecl) parser.parse().getFirst().tree();
        tree.mods = builder.fieldModifiers(tree.mods);
        JCClassDecl holder = builder.holder(variable.holder(), 0, List.of(tree));
        return builder.unit(file, parser, List.nil(), List.of(holder));
    }

    /// All units, the cell's first.
    java.util.List<JCCompilationUnit> all() {
        return all;
    }

    java.util.List<Field> fields() {
        return fields;
    }

    /// The trees of the methods and types.
    Map<Declared, JCTree> declarations() {
        return declarations;
    }

    /// The statement whose value is the cell's.
    Optional<JCExpressionStatement> last() {
        return Optional.ofNullable(last);
    }

    Optional<JCMethodDecl> run() {
        return Optional.ofNullable(run);
    }

    UnitBuilder builder() {
        return builder;
    }
}
