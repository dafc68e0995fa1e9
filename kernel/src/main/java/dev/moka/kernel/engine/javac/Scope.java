package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCBlock;
import com.sun.tools.javac.tree.JCTree.JCCase;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCEnhancedForLoop;
import com.sun.tools.javac.tree.JCTree.JCForLoop;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.util.Names;
import dev.moka.kernel.engine.javac.Analysis.Place;
import dev.moka.kernel.interpreter.Interpreter.Completion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The names that mean something at a place, from the innermost out.
final class Scope {
    private final Place place;
    private final String prefix;
    private final Symtab symbols;
    private final Names names;
    private final Map<String, Completion> found = new LinkedHashMap<>();

    private Scope(Place place, String prefix) {
        this.place = place;
        this.prefix = prefix;
        this.symbols = Symtab.instance(place.context());
        this.names = Names.instance(place.context());
    }

    /// Variables, methods and types.
    static List<Completion> names(Place place, String prefix) {
        Scope scope = new Scope(place, prefix);
        scope.addLocals();
        scope.addSession();
        scope.addTypes();
        return List.copyOf(scope.found.values());
    }

    /// Types alone, with their constructors.
    static List<Completion> types(Place place, String prefix) {
        Scope scope = new Scope(place, prefix);
        scope.addTypes();
        return List.copyOf(scope.found.values());
    }

    private void addLocals() {
        int at = place.tree().pos;
        for (JCTree tree : place.path().reversed()) {
            switch (tree) {
                case JCBlock block -> addVariables(block.stats, at);
                case JCCase branch -> addVariables(branch.stats, at);
                case JCForLoop loop -> addVariables(loop.init, at);
                case JCEnhancedForLoop loop -> add(loop.var);
                case JCLambda lambda -> lambda.params.forEach(this::add);
                case JCMethodDecl method -> method.params.forEach(this::add);
                case JCClassDecl type
                        when type.sym != null
                                && !CellNames.isCell(
                                        type.sym.flatName().toString().replaceAll(".*\\$.+", "")) ->
                        new Members(place.context())
                                .of(type.sym.type, false, prefix)
                                .forEach(this::add);
                default -> {}
            }
        }
    }

    private void addVariables(Iterable<? extends JCTree> statements, int before) {
        for (JCTree each : statements) {
            if (each instanceof JCVariableDecl variable && variable.pos < before) {
                add(variable);
            }
        }
    }

    private void add(JCVariableDecl variable) {
        if (variable.sym != null && variable.sym.type != null && !variable.name.isEmpty()) {
            add(
                    new Completion(
                            variable.name.toString(),
                            "instance",
                            Members.brief(variable.sym.type)));
        }
    }

    private void addSession() {
        for (SessionVariable each : place.session().variables()) {
            add(new Completion(each.name(), "instance", type(each)));
        }
        for (Declared each : place.session().declared()) {
            Key key = each.snippet().key();
            if (key.kind() == Key.Kind.TYPE) {
                add(new Completion(key.name(), "class", ""));
            } else if (key.name().startsWith(prefix)) {
                String signature = each.snippet().signature();
                add(
                        new Completion(
                                key.name() + (signature.equals("()") ? "()" : "("),
                                "function",
                                method(each)));
            }
        }
    }

    private String type(SessionVariable variable) {
        if (!variable.type().isEmpty()) {
            return TypeText.brief(variable.type(), place.session().imports());
        }
        Symbol field =
                holder(variable.holder())
                        .members()
                        .findFirst(
                                names.fromString(variable.name()), each -> each.kind == Kind.VAR);
        return field == null ? "" : Members.brief(field.type);
    }

    private String method(Declared method) {
        if (!method.isCompiled()) {
            return method.snippet().signature();
        }
        Symbol symbol =
                holder(method.holder())
                        .members()
                        .findFirst(names.fromString(method.snippet().key().name()));
        return symbol instanceof MethodSymbol found
                ? Members.signature(found.type)
                : method.snippet().signature();
    }

    private ClassSymbol holder(String name) {
        return symbols.enterClass(symbols.unnamedModule, names.fromString(CellNames.full(name)));
    }

    private void addTypes() {
        for (Declared each : place.session().declared()) {
            if (each.snippet().key().kind() == Key.Kind.TYPE) {
                add(new Completion(each.snippet().key().name(), "class", ""));
            }
        }
        for (ImportLine line : place.session().imports()) {
            if (line.form() == ImportLine.Form.TYPE && line.isOnDemand()) {
                addPackage(line.origin());
            } else if (line.form() == ImportLine.Form.TYPE) {
                addType(line);
            } else if (line.form() == ImportLine.Form.STATIC) {
                addStatic(line);
            }
        }
        addPackage("java.lang");
    }

    private void addType(ImportLine line) {
        if (line.simpleName().startsWith(prefix)) {
            add(new Completion(line.simpleName(), "class", ""));
        }
    }

    private void addStatic(ImportLine line) {
        ClassSymbol owner =
                symbols.getClass(symbols.unnamedModule, names.fromString(line.origin()));
        if (owner != null) {
            String wanted = line.isOnDemand() ? prefix : line.simpleName();
            new Members(place.context())
                    .of(owner.type, true, wanted).stream()
                            .filter(each -> !each.text().equals("class"))
                            .forEach(this::add);
        }
    }

    private void addPackage(String name) {
        if (prefix.isEmpty()) {
            return;
        }
        var symbol = symbols.lookupPackage(symbols.unnamedModule, names.fromString(name));
        for (TypeSymbol type : Members.classes(symbol, prefix)) {
            if (Members.isOpen(type)) {
                add(
                        new Completion(
                                type.name.toString(),
                                "class",
                                Members.constructors((ClassSymbol) type)));
            }
        }
    }

    private void add(Completion proposal) {
        if (proposal.text().startsWith(prefix)) {
            found.putIfAbsent(proposal.text(), proposal);
        }
    }
}
