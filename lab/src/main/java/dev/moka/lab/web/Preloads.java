package dev.moka.lab.web;

import dev.moka.lab.assets.LabExtension;
import dev.moka.lab.site.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The links in the head of the JupyterLab page that have the browser fetch at once what it would
/// find out about only step by step: the largest script, and the modules of our extension.
final class Preloads {
    private static final String OURS = "moka-lab";

    private Preloads() {}

    static String links(Lab lab) throws IOException {
        String base = Template.escaped(lab.settings().baseUrl());
        StringBuilder links = new StringBuilder();
        lab.assets()
                .coreScript()
                .ifPresent(script ->
                        links.append("<link rel=\"preload\" as=\"script\" href=\"")
                                .append(base)
                                .append("static/lab/")
                                .append(Template.escaped(script))
                                .append("\">\n"));
        for (LabExtension extension : lab.extensions().all()) {
            if (extension.name().equals(OURS)) {
                for (String module : modules(extension)) {
                    links.append("<link rel=\"modulepreload\" href=\"")
                            .append(base)
                            .append("lab/extensions/" + OURS + "/static/")
                            .append(Template.escaped(module))
                            .append("\">\n");
                }
            }
        }
        return links.toString();
    }

    private static List<String> modules(LabExtension extension) throws IOException {
        Path entry = extension.folder().resolve(extension.load());
        Path folder = extension.folder().resolve("static");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".js") && !entry.endsWith(name))
                    .sorted()
                    .toList();
        }
    }
}
