package dev.moka.hub.aws.model;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What AWS says about one of its services: the operations, and the shapes of their messages.
///
/// The model comes from AWS's Java artifact, frozen at the end of 2024 for new operations; an
/// overlay beside it adds what came later. Nothing is read before the first question.
public final class ServiceModel {
    private final Supplier<Files> files;
    private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

    private ServiceModel(Supplier<Files> files) {
        this.files = files;
    }

    /// The model of a service.
    ///
    /// @param service `sagemaker`, `logs`, `iam` or `sts`
    public static ServiceModel of(String service) {
        return new ServiceModel(new Lazy(service));
    }

    /// Whether AWS has an operation of this name.
    public boolean has(String operation) {
        return line(operation).isPresent();
    }

    /// The shape of a request, empty for an operation without input or unknown to the model.
    public Optional<String> input(String operation) {
        return line(operation).filter(l -> l.has("input")).map(l -> l.path("input").asString());
    }

    public Optional<String> output(String operation) {
        return line(operation).filter(l -> l.has("output")).map(l -> l.path("output").asString());
    }

    public Shape shape(String name) {
        Shape known = shapes.get(name);
        return known == null ? shapes.computeIfAbsent(name, this::read) : known;
    }

    /// The names of all operations that AWS has.
    public Set<String> operations() {
        Set<String> names = new TreeSet<>(files.get().model.operations());
        names.addAll(files.get().overlay.operations());
        return names;
    }

    /// The names of all shapes.
    public Set<String> shapes() {
        Set<String> names = new TreeSet<>(files.get().model.shapes());
        names.addAll(files.get().overlay.shapes());
        return names;
    }

    private Optional<JsonNode> line(String operation) {
        return files.get()
                .overlay
                .operation(operation)
                .or(() -> files.get().model.operation(operation));
    }

    private Shape read(String name) {
        List<JsonNode> lines = new ArrayList<>();
        files.get().model.shape(name).ifPresent(lines::add);
        files.get().overlay.shape(name).ifPresent(lines::add);
        if (lines.isEmpty()) {
            throw new IllegalStateException("The service model has no shape '%s'".formatted(name));
        }
        return ShapeReader.read(lines);
    }

    private record Files(ModelFile model, ModelFile overlay) {}

    /// Reads the files at the first question.
    private static final class Lazy implements Supplier<Files> {
        private final String service;
        private volatile Optional<Files> read = Optional.empty();

        Lazy(String service) {
            this.service = service;
        }

        @Override
        public Files get() {
            Optional<Files> known = read;
            if (known.isPresent()) {
                return known.get();
            }
            // Two threads may both read; either result will do.
            Files fresh =
                    new Files(
                            ModelFile.read(service + ".model"),
                            ModelFile.read(service + ".overlay"));
            read = Optional.of(fresh);
            return fresh;
        }
    }
}
