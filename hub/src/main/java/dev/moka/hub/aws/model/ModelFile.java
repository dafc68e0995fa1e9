package dev.moka.hub.aws.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.protocol.jupyter.Json;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The lines `KIND<tab>NAME<tab>JSON` of a model resource; none is parsed before it is asked for.
final class ModelFile {
    private final byte[] content;
    private final Map<String, Line> operations = new LinkedHashMap<>();
    private final Map<String, Line> shapes = new LinkedHashMap<>();

    private ModelFile(byte[] content) {
        this.content = content;
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                index(start, i);
                start = i + 1;
            }
        }
    }

    static ModelFile read(String resource) {
        try (InputStream in = ModelFile.class.getResourceAsStream(resource)) {
            return new ModelFile(in == null ? new byte[0] : in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<JsonNode> operation(String name) {
        return Optional.ofNullable(operations.get(name)).map(this::parse);
    }

    Optional<JsonNode> shape(String name) {
        return Optional.ofNullable(shapes.get(name)).map(this::parse);
    }

    Set<String> operations() {
        return operations.keySet();
    }

    Set<String> shapes() {
        return shapes.keySet();
    }

    private void index(int start, int end) {
        int first = tab(start, end);
        int second = tab(first + 1, end);
        String name = new String(content, first + 1, second - first - 1, UTF_8);
        Map<String, Line> kind = content[start] == 'o' ? operations : shapes;
        kind.put(name, new Line(second + 1, end));
    }

    private int tab(int from, int end) {
        for (int i = from; i < end; i++) {
            if (content[i] == '\t') {
                return i;
            }
        }
        throw new IllegalStateException("A line of a service model has too few columns");
    }

    private JsonNode parse(Line line) {
        return Json.parseObject(Arrays.copyOfRange(content, line.start, line.end));
    }

    private record Line(int start, int end) {}
}
