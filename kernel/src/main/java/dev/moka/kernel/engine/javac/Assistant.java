package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.util.Names;
import dev.moka.kernel.engine.Keywords;
import dev.moka.kernel.engine.Packages;
import dev.moka.kernel.engine.javac.Analysis.Place;
import dev.moka.kernel.interpreter.Interpreter.Completion;
import dev.moka.kernel.interpreter.Interpreter.Completions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Proposals for the name at the cursor: a stand-in for the name is compiled with the code before
/// it, and what the compiler knows at that place is what could stand there.
final class Assistant {
    private static final String STAND_IN = "completion$";
    private static final Pattern NAME =
            Pattern.compile("[\\p{javaJavaIdentifierPart}&&[^\\x00]]*$");
    private static final Pattern NEW = Pattern.compile("(?s).*\\bnew\\s+(?:\\w+\\.)*");
    private static final Pattern IMPORT =
            Pattern.compile("(?:^|[;\\n])\\s*import\\s+(static\\s+)?((?:\\w+\\.)*)$");
    private static final Pattern PACKAGE = Pattern.compile("(?:^|[^\\w.])((?:[a-z_]\\w*\\.)+)$");

    private final Analysis analysis;
    private final Packages packages;
    private final Supplier<List<Path>> classpath;

    Assistant(Analysis analysis, Packages packages, Supplier<List<Path>> classpath) {
        this.analysis = analysis;
        this.packages = packages;
        this.classpath = classpath;
    }

    Completions complete(Session session, String code, int cursor) {
        int end = Math.clamp(cursor, 0, code.length());
        String before = code.substring(0, end);
        Matcher name = NAME.matcher(before);
        String prefix = name.find() ? name.group() : "";
        String head = before.substring(0, end - prefix.length());
        Map<String, Completion> items = new LinkedHashMap<>();
        Matcher line = IMPORT.matcher(head);
        if (line.find()) {
            members(session, line.group(2), line.group(1) != null, prefix)
                    .forEach(each -> items.putIfAbsent(each.text(), each));
        } else {
            proposals(session, head, prefix).forEach(each -> items.putIfAbsent(each.text(), each));
        }
        Matcher qualifier = PACKAGE.matcher(head);
        String parent = qualifier.find() ? qualifier.group(1) : "";
        if (!parent.isEmpty() && items.isEmpty()) {
            members(session, parent, false, prefix)
                    .forEach(each -> items.putIfAbsent(each.text(), each));
        }
        if (!parent.isEmpty() || head.stripTrailing().endsWith("import")) {
            addPackages(parent, prefix, items);
        }
        Keywords.addTo(items, before);
        return new Completions(List.copyOf(items.values()), head.length(), end);
    }

    private void addPackages(String parent, String prefix, Map<String, Completion> items) {
        packages.below(parent, classpath.get()).stream()
                .filter(each -> each.startsWith(prefix) && isPackageName(each))
                .forEach(each -> items.putIfAbsent(each, new Completion(each, "module", "")));
    }

    private static boolean isPackageName(String name) {
        return !name.isEmpty() && Character.isLowerCase(name.charAt(0));
    }

    private List<Completion> proposals(Session session, String head, String prefix) {
        boolean construction = NEW.matcher(head).matches();
        List<Completion> found =
                construction ? List.of() : proposals(session, head + STAND_IN, prefix, false);
        // A statement must be a call, an operand need not be one.
        return found.isEmpty()
                ? proposals(session, head + STAND_IN + "()", prefix, construction)
                : found;
    }

    private List<Completion> proposals(
            Session session, String code, String prefix, boolean construction) {
        return analysis.at(
                        session,
                        code + Brackets.closing(code),
                        Assistant::isStandIn,
                        place -> proposals(place, prefix, construction))
                .orElse(List.of());
    }

    private static boolean isStandIn(JCTree tree) {
        return switch (tree) {
            case JCIdent ident -> ident.name.contentEquals(STAND_IN);
            case JCFieldAccess select -> select.name.contentEquals(STAND_IN);
            case JCMemberReference reference -> reference.name.contentEquals(STAND_IN);
            default -> false;
        };
    }

    private static List<Completion> proposals(Place place, String prefix, boolean construction) {
        return switch (place.tree()) {
            case JCFieldAccess select -> after(select.selected, place, prefix);
            case JCMemberReference reference ->
                    after(reference.expr, place, prefix).stream()
                            .filter(each -> each.type().equals("function"))
                            .map(each ->
                                    new Completion(
                                            each.text().replaceAll("\\(.*", ""),
                                            each.type(),
                                            each.signature()))
                            .toList();
            default ->
                    construction
                            ? constructors(Scope.types(place, prefix))
                            : Scope.names(place, prefix);
        };
    }

    private static List<Completion> constructors(List<Completion> types) {
        return types.stream()
                .map(each -> new Completion(each.text() + "(", each.type(), each.signature()))
                .toList();
    }

    private static List<Completion> after(JCTree selected, Place place, String prefix) {
        @Nullable Symbol symbol = TreeInfo.symbol(selected);
        if (symbol instanceof PackageSymbol found) {
            return classes(found, prefix);
        }
        @Nullable Type type = selected.type;
        if (type == null || type.isErroneous()) {
            return List.of();
        }
        boolean ofClass = symbol != null && symbol.kind == Kind.TYP;
        return new Members(place.context()).of(type, ofClass, prefix);
    }

    private static List<Completion> classes(PackageSymbol symbol, String prefix) {
        return Members.classes(symbol, prefix).stream()
                .filter(Members::isOpen)
                .map(type -> new Completion(type.name.toString(), "class", ""))
                .toList();
    }

    /// Classes of a package, or static members of a class.
    ///
    /// @param qualifier ends in a dot
    private List<Completion> members(
            Session session, String qualifier, boolean isStatic, String prefix) {
        String origin = qualifier.replaceAll("\\.$", "");
        if (origin.isEmpty()) {
            return List.of();
        }
        return analysis.at(
                        session,
                        STAND_IN + ";",
                        Assistant::isStandIn,
                        place -> {
                            List<Completion> found = new ArrayList<>();
                            Symtab symbols = Symtab.instance(place.context());
                            var name = Names.instance(place.context()).fromString(origin);
                            var parent = symbols.lookupPackage(symbols.unnamedModule, name);
                            found.addAll(classes(parent, prefix));
                            if (isStatic && symbols.getClass(symbols.java_base, name) != null) {
                                found.addAll(
                                        new Members(place.context())
                                                .of(
                                                        symbols.enterClass(symbols.java_base, name)
                                                                .type,
                                                        true,
                                                        prefix));
                            }
                            return found;
                        })
                .orElse(List.of());
    }
}
