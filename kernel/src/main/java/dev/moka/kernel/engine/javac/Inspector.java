package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Names;
import dev.moka.kernel.engine.Engine.Description;
import dev.moka.kernel.engine.SourceDocs;
import dev.moka.kernel.engine.SourceDocs.Found;
import dev.moka.kernel.engine.javac.Analysis.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of the name at the cursor: signatures, and doc comments where there are sources.
final class Inspector {
    private final Analysis analysis;
    private final ClassLoader loader;

    /// @param loader the user's
    Inspector(Analysis analysis, ClassLoader loader) {
        this.analysis = analysis;
        this.loader = loader;
    }

    List<Description> inspect(Session session, String code, int cursor, boolean javadoc) {
        int at = Math.clamp(cursor, 0, code.length());
        // Inside the parentheses of a call, the call is meant.
        if (at > 0 && code.charAt(at - 1) == '(') {
            at--;
        }
        int start = at;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        if (start == end) {
            return List.of();
        }
        boolean call = code.substring(end).stripLeading().startsWith("(");
        String shown = code.substring(0, end) + (call ? "()" : "");
        String name = code.substring(start, end);
        int from = start;
        return analysis.at(
                        session,
                        shown + Brackets.closing(shown),
                        tree -> isNamed(tree, name, from, shown),
                        place -> describe(place, name, javadoc))
                .orElse(List.of());
    }

    private static boolean isNamed(JCTree tree, String name, int start, String code) {
        return switch (tree) {
            case JCIdent ident -> ident.name.contentEquals(name) && ident.pos == start;
            case JCFieldAccess select ->
                    select.name.contentEquals(name)
                            && select.pos < start
                            && select.pos >= 0
                            && code.substring(select.pos, start).replace(".", "").isBlank();
            default -> false;
        };
    }

    private List<Description> describe(Place place, String name, boolean javadoc) {
        Context context = place.context();
        @Nullable Symbol symbol = TreeInfo.symbol(place.tree());
        JCTree parent = place.path().get(Math.max(0, place.path().size() - 2));
        List<Symbol> found = new ArrayList<>();
        if (parent instanceof JCNewClass creation
                && creation.clazz.equals(place.tree())
                && symbol instanceof ClassSymbol type) {
            type.members().getSymbols(Symbol::isConstructor).forEach(found::addFirst);
        } else if (place.tree() instanceof JCFieldAccess select
                && select.selected.type != null
                && (symbol == null || symbol.kind != Kind.PCK)
                && !select.selected.type.isErroneous()
                && !(TreeInfo.symbol(select.selected) instanceof PackageSymbol)) {
            found.addAll(new Members(context).named(select.selected.type, name));
        } else if (symbol != null && symbol.exists() && symbol.kind != Kind.ERR) {
            found.add(symbol);
        } else {
            addMethods(place, name, found);
        }
        return found.stream()
                .filter(each -> each.kind != Kind.PCK)
                .map(each -> describe(each, context, javadoc))
                .distinct()
                .toList();
    }

    /// A method of the session, which no call has chosen.
    private static void addMethods(Place place, String name, List<Symbol> found) {
        JCTree.JCCompilationUnit unit = (JCTree.JCCompilationUnit) place.path().getFirst();
        unit.namedImportScope
                .getSymbolsByName(Names.instance(place.context()).fromString(name))
                .forEach(found::add);
        unit.starImportScope
                .getSymbolsByName(Names.instance(place.context()).fromString(name))
                .forEach(each -> {
                    if (each.kind == Kind.MTH) {
                        found.add(each);
                    }
                });
    }

    private Description describe(Symbol symbol, Context context, boolean javadoc) {
        List<String> types =
                symbol instanceof MethodSymbol method
                        ? method.params().stream().map(each -> erased(each.type, context)).toList()
                        : List.of();
        Optional<Found> source = javadoc ? source(symbol, types) : Optional.empty();
        return new Description(
                signature(symbol, source.map(Found::parameters).orElse(List.of())),
                source.flatMap(Found::comment));
    }

    private static String erased(Type type, Context context) {
        return Types.instance(context).erasure(type).tsym.name.isEmpty()
                ? Members.brief(type)
                : Members.brief(type).replaceAll("<.*>", "");
    }

    private Optional<Found> source(Symbol symbol, List<String> types) {
        ClassSymbol owner = symbol instanceof ClassSymbol type ? type : symbol.enclClass();
        if (owner == null || CellNames.isCell(owner.flatName().toString())) {
            return Optional.empty();
        }
        try {
            Class<?> type = Class.forName(owner.flatName().toString(), false, loader);
            String member = symbol.equals(owner) ? "" : symbol.name.toString();
            return new SourceDocs(_ -> Optional.of(type)).find(type, member, types);
        } catch (ClassNotFoundException | LinkageError _) {
            return Optional.empty();
        }
    }

    private static String signature(Symbol symbol, List<String> names) {
        return switch (symbol) {
            case MethodSymbol method -> method(method, names);
            case ClassSymbol type ->
                    "%s %s"
                            .formatted(
                                    type.isInterface() ? "interface" : "class",
                                    TypeText.full(type.type));
            default -> Members.brief(symbol.type) + " " + owner(symbol) + symbol.name;
        };
    }

    private static String method(MethodSymbol method, List<String> names) {
        StringBuilder text = new StringBuilder();
        if (method.isConstructor()) {
            text.append(method.owner.name);
        } else {
            text.append(Members.brief(method.type.getReturnType()))
                    .append(' ')
                    .append(owner(method))
                    .append(method.name);
        }
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < method.params().size(); i++) {
            Symbol parameter = method.params().get(i);
            String name = i < names.size() ? names.get(i) : parameter.name.toString();
            String type = Members.brief(parameter.type);
            parameters.add(name.matches("arg\\d+|x\\d+") ? type : type + " " + name);
        }
        text.append('(').append(String.join(", ", parameters)).append(')');
        if (!method.type.getThrownTypes().isEmpty()) {
            List<String> thrown =
                    method.type.getThrownTypes().stream().map(Members::brief).toList();
            text.append(" throws ").append(String.join(", ", thrown));
        }
        return text.toString();
    }

    private static String owner(Symbol symbol) {
        ClassSymbol owner = symbol.enclClass();
        boolean member =
                symbol.owner.kind == Kind.TYP
                        && owner != null
                        && !owner.flatName().toString().matches("REPL\\.Cell_[0-9_]+");
        return member ? owner.name + "." : "";
    }
}
