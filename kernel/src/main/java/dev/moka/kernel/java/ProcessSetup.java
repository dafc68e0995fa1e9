package dev.moka.kernel.java;

import dev.moka.kernel.engine.Engine;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/// What a notebook needs of the whole process. One kernel is one process.
final class ProcessSetup {
    private ProcessSetup() {}

    /// Before any user code: pictures without a screen, and no advice about a logging library from
    /// the user's libraries.
    static void prepare() {
        setIfAbsent("java.awt.headless", "true");
        setIfAbsent("slf4j.internal.verbosity", "ERROR");
    }

    /// Exceptions that end a thread of the user's are printed in terms of cells.
    static void reportUncaught(Engine engine) {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            if (!engine.isStop(thrown)) {
                engine.localize(thrown);
                System.err.printf("Exception in thread \"%s\" ", thread.getName());
                thrown.printStackTrace();
            }
        });
    }

    /// Loads fonts in the background, which takes the first chart of a process a second or more.
    static void warmGraphics() {
        Thread.ofPlatform()
                .daemon()
                .name("font warm-up")
                .start(() -> {
                    var image = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
                    Graphics2D graphics = image.createGraphics();
                    graphics.drawString("warm", 4, 16);
                    graphics.dispose();
                });
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
