package dev.moka.kernel.engine.jshell;

import dev.moka.kernel.engine.Keywords;
import dev.moka.kernel.engine.Packages;
import dev.moka.kernel.engine.Receiver;
import dev.moka.kernel.engine.Signatures;
import dev.moka.kernel.interpreter.Interpreter.Completion;
import dev.moka.kernel.interpreter.Interpreter.Completions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.VarSnippet;

/// Proposals for the name at the cursor, from JShell, with kinds and signatures that JShell does
/// not tell.
final class Completer {
    private static final Pattern PACKAGE =
            Pattern.compile("(?:^|[^\\w.])((?:[a-z_]\\w*\\.)+)(\\w*)$");
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final Types types;
    private final Packages packages;
    private final Supplier<List<Path>> classpath;

    Completer(
            JShell shell,
            SourceCodeAnalysis analysis,
            Types types,
            Packages packages,
            Supplier<List<Path>> classpath) {
        this.shell = shell;
        this.analysis = analysis;
        this.types = types;
        this.packages = packages;
        this.classpath = classpath;
    }

    Completions complete(String code, int cursor) {
        String before = code.substring(0, Math.clamp(cursor, 0, code.length()));
        Fragment fragment = Fragment.at(analysis, before);
        int[] anchor = {fragment.code().length()};
        List<Suggestion> suggestions =
                analysis.completionSuggestions(fragment.code(), fragment.code().length(), anchor);
        if (suggestions.isEmpty()) {
            fragment = Fragment.alone(analysis, before);
            anchor[0] = fragment.code().length();
            suggestions =
                    analysis.completionSuggestions(
                            fragment.code(), fragment.code().length(), anchor);
        }
        Map<String, Completion> items = new LinkedHashMap<>();
        describe(fragment.code(), anchor[0], suggestions)
                .forEach(each -> items.putIfAbsent(each.text(), each));
        addPackages(before, items);
        Keywords.addTo(items, before);
        int start = suggestions.isEmpty() ? wordStart(before) : anchor[0] + fragment.shift();
        return new Completions(List.copyOf(items.values()), Math.clamp(start, 0, cursor), cursor);
    }

    private List<Completion> describe(String code, int anchor, List<Suggestion> suggestions) {
        Optional<Class<?>> receiver =
                anchor > 0 && code.charAt(anchor - 1) == '.'
                        ? receiver(Receiver.before(code, anchor - 1))
                        : Optional.empty();
        boolean construction = code.substring(0, anchor).stripTrailing().endsWith("new");
        List<Completion> described = new ArrayList<>();
        for (Suggestion suggestion :
                suggestions.stream()
                        .sorted(Comparator.comparing((Suggestion each) -> !each.matchesType()))
                        .toList()) {
            String text = suggestion.continuation();
            String name = text.replaceAll("[(.].*", "");
            described.add(
                    construction
                            ? new Completion(
                                    text,
                                    "class",
                                    types.find(name).map(Signatures::ofConstructors).orElse(""))
                            : describe(receiver, text, name));
        }
        return described;
    }

    private Optional<Class<?>> receiver(String expression) {
        if (expression.isEmpty()) {
            return Optional.empty();
        }
        if (Character.isUpperCase(expression.charAt(0)) && expression.matches("[\\w.]+")) {
            Optional<Class<?>> named = types.find(expression);
            if (named.isPresent()) {
                return named;
            }
        }
        String type = analysis.analyzeType(expression, expression.length());
        return type == null ? Optional.empty() : types.find(type);
    }

    private Completion describe(Optional<Class<?>> receiver, String text, String name) {
        if (receiver.isPresent()) {
            Class<?> type = receiver.get();
            String kind =
                    text.contains("(")
                            ? "function"
                            : Signatures.isField(type, name) ? "instance" : kind(name);
            return new Completion(text, kind, Signatures.of(type, name));
        }
        if (text.endsWith(".")) {
            return new Completion(name, "module", "");
        }
        if (text.contains("(")) {
            String parameters =
                    shell.methods()
                            .filter(method -> method.name().equals(name))
                            .map(method -> method.signature().replace(")", "): "))
                            .reduce((_, newer) -> newer)
                            .orElse("");
            return new Completion(text, "function", parameters);
        }
        Optional<String> variable =
                shell.variables()
                        .filter(each -> each.name().equals(name))
                        .map(VarSnippet::typeName)
                        .findFirst();
        return new Completion(
                text, variable.isPresent() ? "instance" : kind(name), variable.orElse(""));
    }

    /// By Java's conventions.
    private static String kind(String name) {
        boolean constant =
                name.equals(name.toUpperCase(java.util.Locale.ROOT)) && name.length() > 1;
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0)) && !constant
                ? "class"
                : "instance";
    }

    private void addPackages(String before, Map<String, Completion> items) {
        Matcher matcher = PACKAGE.matcher(before);
        if (matcher.find()) {
            packages.below(matcher.group(1), classpath.get()).stream()
                    .filter(name -> name.startsWith(matcher.group(2)))
                    .forEach(name -> items.putIfAbsent(name, new Completion(name, "module", "")));
        }
    }

    private static int wordStart(String before) {
        int at = before.length();
        while (at > 0 && Character.isJavaIdentifierPart(before.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
