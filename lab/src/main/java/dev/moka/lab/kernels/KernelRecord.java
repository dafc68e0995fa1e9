package dev.moka.lab.kernels;

import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.ProtocolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What `kernel.json` in a kernel's run folder says, so that a new hub finds the kernel.
///
/// @param id the kernel's id, a UUID
/// @param name the kernelspec's name
/// @param pid the process
/// @param startedAt when that process started, to tell it from another of the same id
/// @param created when the kernel was first started; it stays across restarts
/// @param directory the working directory
public record KernelRecord(
        String id,
        String name,
        long pid,
        Instant startedAt,
        Path socket,
        List<Path> classPath,
        Instant created,
        Path directory,
        KernelResources resources) {
    private static final String FILE = "kernel.json";

    public KernelRecord {
        classPath = List.copyOf(classPath);
    }

    /// Writes the record into a run folder, whole or not at all.
    void write(Path folder) throws IOException {
        ObjectNode json =
                Json.object()
                        .put("id", id)
                        .put("name", name)
                        .put("pid", pid)
                        .put("started_at", startedAt.toString())
                        .put("socket", socket.toString())
                        .put("created", created.toString())
                        .put("directory", directory.toString())
                        .put("vcpus", resources.vcpus())
                        .put("memory_bytes", resources.memoryBytes());
        var entries = json.putArray("class_path");
        classPath.forEach(entry -> entries.add(entry.toString()));
        AtomicFiles.write(folder.resolve(FILE), Json.bytes(json));
    }

    /// Reads the record in a run folder; empty when there is none that can be read.
    static Optional<KernelRecord> read(Path folder) {
        try {
            return Optional.of(from(Json.parseObject(Files.readAllBytes(folder.resolve(FILE)))));
        } catch (IOException | ProtocolException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static KernelRecord from(ObjectNode json) {
        return new KernelRecord(
                json.path("id").asString(""),
                json.path("name").asString(""),
                json.path("pid").asLong(-1),
                instant(json, "started_at"),
                Path.of(json.path("socket").asString("")),
                json.path("class_path")
                        .valueStream()
                        .map(entry -> Path.of(entry.asString("")))
                        .toList(),
                instant(json, "created"),
                Path.of(json.path("directory").asString("")),
                new KernelResources(
                        json.path("vcpus").asInt(1), json.path("memory_bytes").asLong(0)));
    }

    private static Instant instant(ObjectNode json, String field) {
        try {
            return Instant.parse(json.path(field).asString(""));
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException(field + " is no instant", e);
        }
    }
}
