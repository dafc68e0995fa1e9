package dev.moka.lab.kernels;

import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.ProtocolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;

/// Which document runs on which kernel. Kept in `sessions.json` of the run folder, so that a hub
/// that starts anew knows them.
public final class Sessions {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final Path file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    private Sessions(Path file) {
        this.file = file;
    }

    /// Opens the sessions of a run folder.
    ///
    /// @param kernelExists whether there is a kernel of an id; sessions of others are dropped
    public static Sessions open(Path run, Predicate<String> kernelExists) {
        Sessions all = new Sessions(run.resolve("sessions.json"));
        all.read();
        all.sessions.values().removeIf(session -> !kernelExists.test(session.kernelId()));
        return all;
    }

    private void read() {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            Json.parseObject(Files.readAllBytes(file))
                    .path("sessions")
                    .forEach(json -> {
                        Session session = Session.fromFile(json);
                        sessions.put(session.id(), session);
                    });
        } catch (IOException | ProtocolException e) {
            log.warn("{} can't be read; notebooks are no longer tied to kernels", file, e);
        }
    }

    private void write() {
        ArrayNode list = Json.array();
        sessions.values().forEach(session -> list.add(session.toFile()));
        try {
            Files.createDirectories(file.getParent());
            AtomicFiles.write(file, Json.bytes(Json.object().set("sessions", list)));
        } catch (IOException e) {
            log.error("{} can't be written: a restart will not know the sessions", file, e);
        }
    }

    /// All sessions, the oldest first.
    public List<Session> all() {
        lock.lock();
        try {
            return List.copyOf(sessions.values());
        } finally {
            lock.unlock();
        }
    }

    /// The session of an id.
    public Optional<Session> find(String id) {
        lock.lock();
        try {
            return Optional.ofNullable(sessions.get(id));
        } finally {
            lock.unlock();
        }
    }

    /// The session of a document.
    public Optional<Session> ofPath(String path) {
        return all().stream().filter(session -> session.path().equals(path)).findFirst();
    }

    /// The sessions on a kernel.
    public List<Session> ofKernel(String kernelId) {
        return all().stream().filter(session -> session.kernelId().equals(kernelId)).toList();
    }

    /// Adds a session.
    public Session add(String path, String name, String type, String kernelId) {
        Session session = new Session(UUID.randomUUID().toString(), path, name, type, kernelId);
        lock.lock();
        try {
            sessions.put(session.id(), session);
            write();
            return session;
        } finally {
            lock.unlock();
        }
    }

    /// Changes a session's document.
    public Optional<Session> move(String id, String path, String name, String type) {
        return change(id, session -> session.at(path, name, type));
    }

    /// Changes a session's kernel.
    public Optional<Session> switchKernel(String id, String kernelId) {
        return change(id, session -> session.on(kernelId));
    }

    private Optional<Session> change(String id, UnaryOperator<Session> how) {
        lock.lock();
        try {
            Session changed = sessions.computeIfPresent(id, (_, session) -> how.apply(session));
            write();
            return Optional.ofNullable(changed);
        } finally {
            lock.unlock();
        }
    }

    /// Removes the sessions that fit.
    public void remove(Predicate<Session> fits) {
        lock.lock();
        try {
            if (sessions.values().removeIf(fits)) {
                write();
            }
        } finally {
            lock.unlock();
        }
    }
}
