package dev.moka.hub.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.workload.OutputLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reads the files `out.0`, `out.1`, … that the supervisor fills, remembers how far it came, and
/// deletes what was read.
final class OutputReader {
    private static final int CHUNK = 256 * 1024;
    private static final int LONGEST_LINE = 64 * 1024;

    private final RunFolder folder;
    private final Clock clock;
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
    private int segment;
    private long offset;
    private long position;

    OutputReader(RunFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        folder.read("consumed")
                .map(text -> text.split(" ", -1))
                .ifPresent(words -> {
                    segment = Integer.parseInt(words[0]);
                    offset = Long.parseLong(words[1]);
                    position = Long.parseLong(words[2]);
                });
    }

    /// The next lines, none when nothing more is there yet. They count as read once [#done] is
    /// called.
    ///
    /// @param atEnd whether the last line may lack its line break
    Batch next(boolean atEnd) throws IOException {
        List<OutputLine> lines = new ArrayList<>();
        return new Batch(lines, split(lines, fill(), atEnd));
    }

    /// Lines and how many bytes they are.
    record Batch(List<OutputLine> lines, int bytes) {}

    void done(Batch batch) throws IOException {
        offset += batch.bytes();
        position += batch.bytes();
        Path read = out(segment);
        while (Files.exists(out(segment + 1)) && offset >= Files.size(read)) {
            offset -= Files.size(read);
            Files.delete(read);
            segment++;
            read = out(segment);
        }
        folder.write("consumed", "%d %d %d".formatted(segment, offset, position));
    }

    long position() {
        return position;
    }

    /// As much as there is room for, from one file on to the next.
    private int fill() throws IOException {
        buffer.clear();
        long from = offset;
        for (int number = segment; buffer.hasRemaining(); number++) {
            // Asked first: once the next file is there, this one is whole.
            boolean whole = Files.exists(out(number + 1));
            try (FileChannel channel = FileChannel.open(out(number), StandardOpenOption.READ)) {
                for (int n = 0; n >= 0 && buffer.hasRemaining(); from += Math.max(0, n)) {
                    n = channel.read(buffer, from);
                }
            } catch (NoSuchFileException e) {
                return buffer.position();
            }
            if (!whole) {
                return buffer.position();
            }
            from = 0;
        }
        return buffer.position();
    }

    /// Takes whole lines, and an unfinished one where nothing can be added to it or it is too long.
    private int split(List<OutputLine> lines, int read, boolean rest) {
        byte[] bytes = buffer.array();
        Instant now = clock.instant();
        int begin = 0;
        for (int at = 0; at < read; at++) {
            if (bytes[at] == '\n') {
                lines.add(line(bytes, begin, at, now));
                begin = at + 1;
            } else if (at - begin >= LONGEST_LINE) {
                lines.add(line(bytes, begin, at, now));
                begin = at;
            }
        }
        if (rest && begin < read && read < CHUNK) {
            lines.add(line(bytes, begin, read, now));
            begin = read;
        }
        return begin;
    }

    private OutputLine line(byte[] bytes, int begin, int end, Instant now) {
        int to = end > begin && bytes[end - 1] == '\r' ? end - 1 : end;
        return new OutputLine(position + begin, now, new String(bytes, begin, to - begin, UTF_8));
    }

    private Path out(int number) {
        return folder.file("out." + number);
    }
}
