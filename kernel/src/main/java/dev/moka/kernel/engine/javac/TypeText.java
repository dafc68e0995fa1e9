package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Type.IntersectionClassType;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Types as variables can have them, and as a person writes them.
final class TypeText {
    private static final Pattern CELL_CLASS = Pattern.compile("\\bREPL\\.Cell_\\d+(?:_\\d+)?\\.");
    private static final Pattern QUALIFIED = Pattern.compile("\\b((?:[a-z_]\\w*\\.)+)([A-Z]\\w*)");

    private final Types types;
    private final Symtab symbols;

    TypeText(Context context) {
        types = Types.instance(context);
        symbols = Symtab.instance(context);
    }

    /// The nearest type that can be written down: no captured wildcards, intersections or anonymous
    /// classes.
    Type denotable(Type type) {
        Type upward = types.upward(type, types.captures(type));
        if (upward.hasTag(TypeTag.BOT)) {
            return symbols.objectType;
        }
        if (upward instanceof IntersectionClassType intersection) {
            List<Type> bounds = intersection.getExplicitComponents();
            return denotable(bounds.head);
        }
        if (upward.hasTag(TypeTag.CLASS) && upward.tsym.name.isEmpty()) {
            List<Type> interfaces = types.interfaces(upward);
            return denotable(interfaces.isEmpty() ? types.supertype(upward) : interfaces.head);
        }
        return upward.constValue() == null ? upward : upward.baseType();
    }

    /// With all packages but those of cells.
    static String full(Type type) {
        return CELL_CLASS.matcher(type.toString()).replaceAll("");
    }

    /// Without the packages that the imports make superfluous.
    static String brief(String full, java.util.Collection<ImportLine> imports) {
        Set<String> packages =
                imports.stream()
                        .filter(line -> line.form() == ImportLine.Form.TYPE && line.isOnDemand())
                        .map(ImportLine::origin)
                        .collect(Collectors.toSet());
        Set<String> classes =
                imports.stream()
                        .filter(line -> line.form() == ImportLine.Form.TYPE)
                        .map(ImportLine::name)
                        .collect(Collectors.toSet());
        return QUALIFIED
                .matcher(full)
                .replaceAll(match -> brief(match, packages, classes))
                .replace(", ", ",");
    }

    private static String brief(MatchResult match, Set<String> packages, Set<String> classes) {
        String origin = match.group(1).substring(0, match.group(1).length() - 1);
        boolean imported =
                origin.equals("java.lang")
                        || packages.contains(origin)
                        || classes.contains(match.group());
        return imported ? match.group(2) : match.group();
    }
}
