package dev.moka.kernel.display;

import dev.moka.kernel.interpreter.MimeBundle;
import org.jspecify.annotations.Nullable;

/// Turns values into MIME bundles.
public final class Renderers {
    /// How a value looks.
    public MimeBundle render(@Nullable Object value) {
        return MimeBundle.text(String.valueOf(value));
    }
}
