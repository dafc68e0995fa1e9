package dev.moka.kernel.display;

import dev.moka.kernel.engine.UserNames;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Any value as readable text of bounded length.
public final class PlainText {
    private static final int MAX_STRING = 100_000;
    private static final int MAX_NESTED_STRING = 1_000;
    private static final int MAX_ELEMENTS = 100;
    private static final int MAX_BYTES = 256;
    private static final int MAX_DEPTH = 4;
    private static final int LINE = 100;

    private PlainText() {}

    /// The text.
    public static String of(@Nullable Object value) {
        return text(value, 0);
    }

    private static String text(@Nullable Object value, int depth) {
        return switch (value) {
            case null -> "null";
            case CharSequence text ->
                    cut(string(text), depth == 0 ? MAX_STRING : MAX_NESTED_STRING);
            case byte[] bytes -> bytes(bytes);
            case Collection<?> collection when isPlain(collection.getClass()) ->
                    depth >= MAX_DEPTH ? "[…]" : elements(collection, "[", "]", depth);
            case Map<?, ?> map when isPlain(map.getClass()) ->
                    depth >= MAX_DEPTH ? "{…}" : entries(map, depth);
            case Object array when array.getClass().isArray() -> array(array, depth, false);
            default -> cut(string(value), MAX_STRING);
        };
    }

    /// A library's own collection may know better how it looks.
    private static boolean isPlain(Class<?> type) {
        return type.getName().startsWith("java.");
    }

    private static String string(Object value) {
        try {
            return value instanceof String text
                    ? text
                    : UserNames.clean(String.valueOf(value.toString()));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            return "%s@%x (its toString() threw %s)"
                    .formatted(
                            UserNames.clean(value.getClass().getName()),
                            System.identityHashCode(value),
                            describe(e));
        }
    }

    private static String describe(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (RuntimeException _) {
            return thrown.getClass().getName();
        }
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit
                ? text
                : "%s… (%,d more characters)"
                        .formatted(text.substring(0, limit), text.length() - limit);
    }

    private static String elements(Collection<?> collection, String open, String close, int depth) {
        return join(
                collection.iterator(),
                collection.size(),
                open,
                close,
                each -> text(each, depth + 1),
                depth);
    }

    private static String entries(Map<?, ?> map, int depth) {
        return join(
                map.entrySet().iterator(),
                map.size(),
                "{",
                "}",
                entry -> text(entry.getKey(), depth + 1) + "=" + text(entry.getValue(), depth + 1),
                depth);
    }

    private static String array(Object array, int depth, boolean nested) {
        int length = Array.getLength(array);
        String type = UserNames.clean(array.getClass().getTypeName());
        int bracket = type.indexOf('[');
        String name =
                nested
                        ? ""
                        : "%s[%d]%s "
                                .formatted(
                                        type.substring(0, bracket),
                                        length,
                                        type.substring(bracket + 2));
        if (depth >= MAX_DEPTH) {
            return name + "{…}";
        }
        Iterator<@Nullable Object> elements =
                new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < length;
                    }

                    @Override
                    public @Nullable Object next() {
                        return Array.get(array, next++);
                    }
                };
        return name + join(elements, length, "{", "}", each -> element(each, depth + 1), depth);
    }

    private static String element(@Nullable Object value, int depth) {
        return value != null && value.getClass().isArray() && !(value instanceof byte[])
                ? array(value, depth, true)
                : text(value, depth);
    }

    /// On one line when it fits, else an element a line.
    private static <T extends @Nullable Object> String join(
            Iterator<T> elements,
            int size,
            String open,
            String close,
            Function<T, String> text,
            int depth) {
        StringBuilder flat = new StringBuilder(open);
        StringBuilder tall = new StringBuilder(open).append('\n');
        String indent = "  ".repeat(depth + 1);
        boolean manyLines = false;
        try {
            for (int i = 0; elements.hasNext() && i < MAX_ELEMENTS; i++) {
                String each = text.apply(elements.next());
                manyLines |= each.indexOf('\n') >= 0 || each.length() > LINE / 2;
                flat.append(i == 0 ? "" : ", ").append(each);
                tall.append(indent).append(each).append(i + 1 < size ? ",\n" : "\n");
            }
        } catch (RuntimeException e) {
            return flat + "… (" + describe(e) + ")" + close;
        }
        if (size > MAX_ELEMENTS) {
            String more = "… %,d more".formatted(size - MAX_ELEMENTS);
            flat.append(", ").append(more);
            tall.append(indent).append(more).append('\n');
        }
        boolean tallIsBetter = manyLines && flat.length() > LINE;
        return tallIsBetter ? tall + "  ".repeat(depth) + close : flat + close;
    }

    private static String bytes(byte[] bytes) {
        String shown =
                HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(bytes.length, MAX_BYTES));
        StringBuilder text = new StringBuilder("byte[%d]".formatted(bytes.length));
        for (int from = 0; from < shown.length(); from += 3 * 16) {
            text.append("\n  ").append(shown, from, Math.min(from + 3 * 16 - 1, shown.length()));
        }
        return bytes.length > MAX_BYTES
                ? text.append("\n  … %,d more bytes".formatted(bytes.length - MAX_BYTES)).toString()
                : text.toString();
    }
}
