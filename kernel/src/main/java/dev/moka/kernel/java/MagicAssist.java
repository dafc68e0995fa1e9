package dev.moka.kernel.java;

import dev.moka.kernel.interpreter.Interpreter.Completion;
import dev.moka.kernel.interpreter.Interpreter.Completions;
import dev.moka.kernel.interpreter.MimeBundle;
import dev.moka.kernel.magics.Magic;
import dev.moka.kernel.magics.MagicTable;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Help while typing magics: their names, the paths they take, what they do.
final class MagicAssist {
    private static final Pattern MAGIC_LINE =
            Pattern.compile("(?m)^[ \\t]*(%{1,2})(\\w*)([ \\t].*)?$");
    private static final List<String> PATH_MAGICS =
            List.of("load", "classpath", "jars", "cd", "loadFromPOM", "ivy");
    private static final int MAX_PATHS = 200;

    private final MagicTable magics;
    private final Supplier<Path> folder;

    MagicAssist(MagicTable magics, Supplier<Path> folder) {
        this.magics = magics;
        this.folder = folder;
    }

    /// The code with blanks in the place of magics, so that positions stay.
    String blank(String code) {
        return MAGIC_LINE
                .matcher(code)
                .replaceAll(match ->
                        magics.knows(match.group(2))
                                ? " ".repeat(match.group().length())
                                : Matcher.quoteReplacement(match.group()));
    }

    boolean isCellMagic(String code) {
        return code.stripLeading().startsWith("%%");
    }

    Optional<Completions> complete(String code, int cursor) {
        Optional<Matcher> line = line(code, cursor);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Matcher magic = line.get();
        if (cursor <= magic.end(2)) {
            return Optional.of(
                    names(
                            magic.group(1),
                            code.substring(magic.start(2), cursor),
                            magic.start(1),
                            cursor));
        }
        return PATH_MAGICS.contains(magic.group(2))
                ? Optional.of(paths(code, cursor))
                : Optional.empty();
    }

    Optional<MimeBundle> inspect(String code, int cursor) {
        return line(code, cursor)
                .flatMap(magic -> magics.find(magic.group(2)))
                .map(magic ->
                        MimeBundle.text(magic.usage() + "\n\n" + magic.summary())
                                .with(
                                        "text/markdown",
                                        "```\n%s\n```\n\n%s"
                                                .formatted(magic.usage(), magic.summary())));
    }

    private static Optional<Matcher> line(String code, int cursor) {
        Matcher matcher = MAGIC_LINE.matcher(code);
        while (matcher.find()) {
            if (cursor > matcher.start(1) && cursor <= matcher.end()) {
                return Optional.of(matcher);
            }
        }
        return Optional.empty();
    }

    private Completions names(String sign, String prefix, int start, int cursor) {
        List<Completion> items =
                magics.all().stream()
                        .filter(each ->
                                sign.equals("%")
                                        ? each.kind() != Magic.Kind.CELL
                                        : each.kind() != Magic.Kind.LINE)
                        .filter(each -> each.name().startsWith(prefix))
                        .map(each -> new Completion(sign + each.name(), "magic", each.summary()))
                        .toList();
        return new Completions(items, start, cursor);
    }

    private Completions paths(String code, int cursor) {
        int start =
                Math.max(code.lastIndexOf(' ', cursor - 1), code.lastIndexOf('\t', cursor - 1)) + 1;
        String typed = code.substring(start, cursor);
        String parent = typed.substring(0, typed.lastIndexOf('/') + 1);
        List<Completion> items = new ArrayList<>();
        Path base =
                parent.startsWith("~/")
                        ? Path.of(System.getProperty("user.home", ""), parent.substring(2))
                        : folder.get().resolve(parent);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(base)) {
            for (Path entry : entries) {
                String name = parent + entry.getFileName() + (Files.isDirectory(entry) ? "/" : "");
                boolean hidden = entry.getFileName().toString().startsWith(".");
                if (name.startsWith(typed)
                        && (!hidden || typed.length() > parent.length())
                        && items.size() < MAX_PATHS) {
                    items.add(new Completion(name, "path", ""));
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            return new Completions(List.of(), cursor, cursor);
        }
        items.sort(Comparator.comparing(Completion::text));
        return new Completions(items, start, cursor);
    }
}
