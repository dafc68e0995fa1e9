package dev.moka.kernel.display;

import dev.moka.kernel.api.DisplayData;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/// Pictures as PNG, with their size and words for those who can't see them.
final class Pictures {
    private static final String PNG = "image/png";
    private static final int MAX_BYTES = 20_000_000;

    private Pictures() {}

    static DisplayData of(RenderedImage image) {
        String words = "picture, %d × %d pixels".formatted(image.getWidth(), image.getHeight());
        return of(image, image.getWidth(), image.getHeight(), words);
    }

    /// @param width at which to show it, in CSS pixels
    static DisplayData of(RenderedImage image, int width, int height, String words) {
        byte[] png = encode(image);
        if (png.length > MAX_BYTES) {
            return DisplayData.text(
                    "%s: at %,d bytes it is too large to show; scale it down, or write it to a file"
                            .formatted(words, png.length));
        }
        return DisplayData.png(png)
                .with("text/plain", words)
                .withMetadata(PNG, Map.of("width", width, "height", height, "alt", words));
    }

    private static byte[] encode(RenderedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalArgumentException(
                        "this kind of picture can't be written as PNG: " + image);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
