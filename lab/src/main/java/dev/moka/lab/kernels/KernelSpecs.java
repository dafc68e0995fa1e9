package dev.moka.lab.kernels;

import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The kinds of kernel that a lab can start. There is one: `java`.
public final class KernelSpecs {
    /// The name of the kind that is started when none is asked for.
    public static final String DEFAULT = "java";

    private static final Map<String, String> LOGOS = Map.of("logo-svg.svg", "image/svg+xml");

    private KernelSpecs() {}

    /// A file of a kernelspec.
    public record Resource(String mediaType, byte[] bytes) {
        public Resource {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /// Whether there is a kind of that name.
    public static boolean has(String name) {
        return name.equals(DEFAULT);
    }

    /// All kinds, as `GET /api/kernelspecs` shows them.
    ///
    /// @param baseUrl the lab's address, with a slash at the end
    public static ObjectNode all(String baseUrl) {
        ObjectNode json = Json.object().put("default", DEFAULT);
        json.putObject("kernelspecs").set(DEFAULT, one(baseUrl));
        return json;
    }

    /// The kind `java`, as `GET /api/kernelspecs/java` shows it.
    public static ObjectNode one(String baseUrl) {
        ObjectNode spec = Json.object();
        spec.putArray("argv")
                .add("java")
                .add("-jar")
                .add("moka-kernel.jar")
                .add("{connection_file}");
        spec.putObject("env");
        spec.put("display_name", "Java")
                .put("language", "java")
                .put("interrupt_mode", "message")
                .putObject("metadata");
        ObjectNode json = Json.object().put("name", DEFAULT);
        json.set("spec", spec);
        json.putObject("resources")
                .put("logo-svg", baseUrl + "kernelspecs/" + DEFAULT + "/logo-svg.svg");
        return json;
    }

    /// A file of the kind `java`.
    public static Optional<Resource> resource(String file) {
        String mediaType = LOGOS.get(file);
        if (mediaType == null) {
            return Optional.empty();
        }
        try (InputStream in = KernelSpecs.class.getResourceAsStream(file)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new Resource(mediaType, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
