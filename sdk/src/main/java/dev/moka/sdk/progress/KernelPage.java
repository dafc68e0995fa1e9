package dev.moka.sdk.progress;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A notebook page by the functions that Moka's and IJava's kernels give to cells.
final class KernelPage implements NotebookPage {
    private static final String MIME_TYPE = "text/html";
    private final Method display;
    private final Method update;

    private KernelPage(Method display, Method update) {
        this.display = display;
        this.update = update;
    }

    static Optional<NotebookPage> find(@Nullable ClassLoader loader) {
        try {
            Class<?> notebook = Class.forName("dev.moka.kernel.api.Notebook", true, loader);
            return Optional.of(
                    new KernelPage(
                            notebook.getMethod("display", Object.class, String[].class),
                            notebook.getMethod(
                                    "updateDisplay", String.class, Object.class, String[].class)));
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    @Override
    public String show(String html) {
        return String.valueOf(call(display, html, new String[] {MIME_TYPE}));
    }

    @Override
    public void change(String id, String html) {
        call(update, id, html, new String[] {MIME_TYPE});
    }

    /// A page that can't be drawn on must not end a transfer.
    private static @Nullable Object call(Method method, Object... arguments) {
        try {
            return method.invoke(null, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            return "";
        }
    }
}
