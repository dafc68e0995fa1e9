package dev.moka.hub.runtime;

import dev.moka.hub.logs.LogEvent;
import dev.moka.hub.logs.LogEventStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Log events in one append-only file for each stream. A tail that a crash cut off is taken away
/// when the stream is next used.
public final class EventFiles implements LogEventStore {
    private static final int LOCKS = 64;

    private final Path folder;
    private final List<ReentrantLock> locks =
            Stream.generate(() -> new ReentrantLock()).limit(LOCKS).toList();

    /// Events under this folder, which is made when the first comes.
    public EventFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void append(String stream, List<LogEvent> events) {
        ReentrantLock lock = lock(stream);
        lock.lock();
        try {
            Files.createDirectories(folder);
            try (FileChannel file =
                    FileChannel.open(
                            file(stream),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE)) {
                long end = wholeSize(file);
                ByteBuffer bytes = EventFrames.write(events);
                while (bytes.hasRemaining()) {
                    file.write(bytes, end + bytes.position());
                }
                file.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Page forward(String stream, long position, Wanted wanted, Limits limits) {
        return reading(
                stream,
                position,
                (file, size) -> {
                    List<Placed> found = new ArrayList<>();
                    long at = position;
                    while (at < size
                            && found.size() < limits.events()
                            && at - position < limits.bytes()) {
                        EventFrames.Frame frame = frame(EventFrames.at(file, at, size), at);
                        if (wanted.test(frame.event())) {
                            found.add(new Placed(frame.start(), frame.event()));
                        }
                        at = frame.end();
                    }
                    if (position > size) {
                        throw new NoSuchPosition(position);
                    }
                    return new Page(found, position, at, at >= size);
                });
    }

    @Override
    public Page backward(String stream, long position, Wanted wanted, Limits limits) {
        return reading(
                stream,
                position == Long.MAX_VALUE ? 0 : position,
                (file, size) -> {
                    long end = position == Long.MAX_VALUE ? size : position;
                    if (end > size) {
                        throw new NoSuchPosition(position);
                    }
                    List<Placed> found = new ArrayList<>();
                    long at = end;
                    while (at > 0 && found.size() < limits.events() && end - at < limits.bytes()) {
                        EventFrames.Frame frame = frame(EventFrames.before(file, at), at);
                        if (wanted.test(frame.event())) {
                            found.add(new Placed(frame.start(), frame.event()));
                        }
                        at = frame.start();
                    }
                    Collections.reverse(found);
                    return new Page(found, at, end, at == 0);
                });
    }

    @Override
    public Optional<Summary> summary(String stream) {
        return open(
                stream,
                Optional.empty(),
                (file, size) -> {
                    Optional<EventFrames.Frame> first = EventFrames.at(file, 0, size);
                    Optional<EventFrames.Frame> last = EventFrames.before(file, size);
                    return first.isEmpty() || last.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new Summary(
                                            first.get().event().timestamp(),
                                            last.get().event().timestamp(),
                                            last.get().event().ingestedAt(),
                                            size));
                });
    }

    @Override
    public void delete(String stream) {
        try {
            Files.deleteIfExists(file(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page reading(String stream, long position, Reading<Page> reading) {
        if (position < 0) {
            throw new NoSuchPosition(position);
        }
        return open(stream, new Page(List.of(), 0, 0, true), reading);
    }

    private <T> T open(String stream, T absent, Reading<T> reading) {
        try (FileChannel file =
                FileChannel.open(file(stream), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return reading.read(file, wholeSizeUnderLock(stream, file));
        } catch (NoSuchFileException e) {
            return absent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long wholeSizeUnderLock(String stream, FileChannel file) throws IOException {
        ReentrantLock lock = lock(stream);
        lock.lock();
        try {
            return wholeSize(file);
        } finally {
            lock.unlock();
        }
    }

    /// Where the last whole event ends; what comes behind it is taken away.
    private static long wholeSize(FileChannel file) throws IOException {
        long size = file.size();
        if (size == 0 || EventFrames.before(file, size).isPresent()) {
            return size;
        }
        long end = 0;
        Optional<EventFrames.Frame> next = EventFrames.at(file, 0, size);
        while (next.isPresent()) {
            end = next.get().end();
            next = EventFrames.at(file, end, size);
        }
        file.truncate(end);
        return end;
    }

    private static EventFrames.Frame frame(Optional<EventFrames.Frame> frame, long position) {
        return frame.orElseThrow(() -> new NoSuchPosition(position));
    }

    private ReentrantLock lock(String stream) {
        return locks.get(Math.floorMod(stream.hashCode(), LOCKS));
    }

    private Path file(String stream) {
        return folder.resolve(stream + ".events");
    }

    /// What is done with an open file of whole events.
    private interface Reading<T> {
        T read(FileChannel file, long size) throws IOException;
    }
}
