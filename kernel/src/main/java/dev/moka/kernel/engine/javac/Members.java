package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.util.Context;
import dev.moka.kernel.interpreter.Interpreter.Completion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The members of a type as proposals.
final class Members {
    private static final int SHOWN = 3;

    private final Types types;
    private final Symtab symbols;

    Members(Context context) {
        types = Types.instance(context);
        symbols = Symtab.instance(context);
    }

    /// What can follow a dot.
    ///
    /// @param ofClass whether the dot follows a type's name
    List<Completion> of(Type type, boolean ofClass, String prefix) {
        Map<String, List<Symbol>> byName = new LinkedHashMap<>();
        for (Symbol symbol : all(type)) {
            boolean nested = symbol.kind == Kind.TYP;
            if (symbol.name.toString().startsWith(prefix)
                    && isOpen(symbol)
                    && (ofClass ? symbol.isStatic() || nested : !nested)) {
                byName.computeIfAbsent(symbol.name.toString(), _ -> new ArrayList<>()).add(symbol);
            }
        }
        if (type.hasTag(TypeTag.ARRAY) && "length".startsWith(prefix)) {
            byName.put("length", List.of(symbols.lengthVar));
        }
        List<Completion> found =
                byName.values().stream()
                        .sorted(
                                Comparator.comparing(Members::isOfObject)
                                        .thenComparing(group -> group.getFirst().name.toString()))
                        .map(group -> proposal(type, group))
                        .collect(Collectors.toCollection(ArrayList::new));
        if (ofClass && "class".startsWith(prefix)) {
            found.add(new Completion("class", "keyword", "Class"));
        }
        return found;
    }

    /// All members of this name, most specific first.
    List<Symbol> named(Type type, String name) {
        List<Symbol> found = new ArrayList<>();
        for (Symbol symbol : all(type)) {
            boolean overridden =
                    found.stream()
                            .anyMatch(other ->
                                    other.kind == Kind.MTH
                                            && symbol.kind == Kind.MTH
                                            && types.isSubSignature(
                                                    types.memberType(type, other),
                                                    types.memberType(type, symbol)));
            if (symbol.name.contentEquals(name) && !overridden && isOpen(symbol)) {
                found.add(symbol);
            }
        }
        return found;
    }

    private List<Symbol> all(Type type) {
        Type site = types.skipTypeVars(type, false);
        List<Symbol> found = new ArrayList<>();
        if (site.hasTag(TypeTag.CLASS) || site.hasTag(TypeTag.ARRAY)) {
            Type closed = site.hasTag(TypeTag.ARRAY) ? symbols.objectType : site;
            types.membersClosure(closed, false).getSymbols().forEach(found::add);
            if (site.isInterface()) {
                symbols.objectType.tsym.members().getSymbols().forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isOfObject(List<Symbol> group) {
        return group.stream()
                .allMatch(symbol -> symbol.owner.flatName().contentEquals("java.lang.Object"));
    }

    static boolean isOpen(Symbol symbol) {
        boolean visible =
                (symbol.flags() & Flags.PUBLIC) != 0
                        || symbol.owner.isInterface()
                        || ((symbol.flags() & Flags.PRIVATE) == 0
                                && CellNames.isCell(holderName(symbol)));
        return visible
                && (symbol.flags() & Flags.SYNTHETIC) == 0
                && !symbol.isConstructor()
                && symbol.kind != Kind.ERR
                && !symbol.name.isEmpty();
    }

    private static String holderName(Symbol symbol) {
        ClassSymbol holder = symbol.enclClass();
        return holder == null ? "" : holder.flatName().toString();
    }

    private Completion proposal(Type site, List<Symbol> group) {
        Symbol first = group.getFirst();
        String name = first.name.toString();
        if (first.kind == Kind.TYP) {
            return new Completion(name, "class", constructors((ClassSymbol) first));
        }
        if (first.kind != Kind.MTH) {
            return new Completion(name, "instance", brief(types.memberType(site, first)));
        }
        boolean bare = group.stream().allMatch(each -> ((MethodSymbol) each).params().isEmpty());
        return new Completion(name + (bare ? "()" : "("), "function", signatures(site, group));
    }

    private String signatures(Type site, List<Symbol> methods) {
        List<String> all =
                methods.stream()
                        .map(method -> signature(types.memberType(site, method)))
                        .distinct()
                        .toList();
        return join(all);
    }

    /// The parameters of a class's constructors.
    static String constructors(ClassSymbol type) {
        List<String> all = new ArrayList<>();
        for (Symbol each : type.members().getSymbols(Symbol::isConstructor)) {
            if ((each.flags() & Flags.PRIVATE) == 0) {
                all.add(parameters(each.type));
            }
        }
        return join(all.reversed());
    }

    private static String join(List<String> overloads) {
        String shown = overloads.stream().limit(SHOWN).collect(Collectors.joining("; "));
        return overloads.size() > SHOWN
                ? "%s; %d more".formatted(shown, overloads.size() - SHOWN)
                : shown;
    }

    static String signature(Type method) {
        return parameters(method) + ": " + brief(method.getReturnType());
    }

    private static String parameters(Type method) {
        return method.getParameterTypes().stream()
                .map(Members::brief)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /// Without packages.
    static String brief(Type type) {
        return TypeText.full(type).replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "");
    }

    /// Public classes of a package.
    static List<TypeSymbol> classes(Symbol.PackageSymbol symbol, String prefix) {
        List<TypeSymbol> found = new ArrayList<>();
        for (Symbol each :
                symbol.members().getSymbols(member -> member.name.toString().startsWith(prefix))) {
            if (each instanceof ClassSymbol type && !type.name.toString().contains("$")) {
                found.add(type);
            }
        }
        found.sort(Comparator.comparing(type -> type.name.toString()));
        return found;
    }
}
