package dev.moka.kernel.display;

import dev.moka.kernel.api.DisplayData;
import dev.moka.kernel.api.Displayable;
import dev.moka.kernel.api.Renderer;
import java.awt.image.RenderedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Turns any value into what a front end can show. Never throws for a value's own failure: the text
/// says what failed.
///
/// The person's own renderers come first, then values that render themselves, then what this
/// package knows.
public final class Renderers {
    private static final String TEXT = "text/plain";

    private final Map<Class<?>, Renderer<Object>> registered = new ConcurrentHashMap<>();

    /// Registers how the values of a type look; the nearest supertype of a value decides.
    public <T> void register(Class<T> type, Renderer<? super T> renderer) {
        registered.put(type, value -> renderer.render(type.cast(value)));
    }

    /// How a value looks: always with plain text.
    public DisplayData render(@Nullable Object value) {
        DisplayData data;
        try {
            data = rich(value);
        } catch (RuntimeException | LinkageError e) {
            return DisplayData.text(
                    "%s%n(it could not be shown as more than text: %s)"
                            .formatted(PlainText.of(value), e));
        }
        return data.data().containsKey(TEXT) ? data : data.with(TEXT, fallbackText(value, data));
    }

    /// How a value looks in the given MIME types; text is taken to be of any textual type.
    public DisplayData render(@Nullable Object value, List<String> mimeTypes) {
        if (mimeTypes.isEmpty()) {
            return render(value);
        }
        Map<String, Object> chosen = new LinkedHashMap<>();
        DisplayData all = render(value);
        for (String mimeType : mimeTypes) {
            Object content = all.data().get(mimeType);
            if (content != null) {
                chosen.put(mimeType, content);
            } else if (value instanceof CharSequence text) {
                chosen.put(mimeType, text.toString());
            }
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s can't be shown as %s, but as %s"
                            .formatted(
                                    value == null ? "null" : value.getClass().getName(),
                                    String.join(", ", mimeTypes),
                                    String.join(", ", all.data().keySet())));
        }
        return new DisplayData(chosen, all.metadata());
    }

    private DisplayData rich(@Nullable Object value) {
        if (value == null) {
            return DisplayData.text("null");
        }
        Optional<Renderer<Object>> own =
                Supertypes.of(value.getClass()).stream()
                        .filter(registered::containsKey)
                        .findFirst()
                        .map(registered::get);
        if (own.isPresent()) {
            return own.get().render(value);
        }
        return switch (value) {
            case Displayable displayable -> displayable.render();
            case DisplayData data -> data;
            case RenderedImage image -> Pictures.of(image);
            default -> byTypeName(value);
        };
    }

    /// Libraries are recognized by name: they are the user's, in a loader of their own.
    private static DisplayData byTypeName(Object value) {
        for (Class<?> type : Supertypes.of(value.getClass())) {
            switch (type.getName()) {
                case "tech.tablesaw.api.Table" -> {
                    return Tables.render(TablesawData.table(value));
                }
                case "tech.tablesaw.columns.Column" -> {
                    return Tables.render(TablesawData.column(value));
                }
                case "org.knowm.xchart.internal.chartpart.Chart" -> {
                    return Charts.render(value);
                }
                default -> {}
            }
        }
        return RecordData.of(value)
                .map(Tables::render)
                .orElseGet(() -> DisplayData.text(PlainText.of(value)));
    }

    private static String fallbackText(@Nullable Object value, DisplayData data) {
        return value instanceof DisplayData
                ? "<%s>".formatted(String.join(", ", data.data().keySet()))
                : PlainText.of(value);
    }
}
