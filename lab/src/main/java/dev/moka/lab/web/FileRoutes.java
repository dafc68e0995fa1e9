package dev.moka.lab.web;

import dev.moka.lab.contents.ApiPath;
import dev.moka.lab.contents.OpenFile;
import dev.moka.lab.media.MediaTypes;
import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/files/<path>`: the bytes of a file, whole or in ranges, for download or for a page's pictures.
final class FileRoutes implements LabRoutes {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    /// Which bytes of a file are sent.
    private record Range(long start, long end) {
        long length() {
            return end - start;
        }
    }

    @Override
    public void mount(LabRouter router) {
        router.get("/files/<path>", FileRoutes::send);
        router.add(HandlerType.HEAD, "/files/<path>", FileRoutes::send);
    }

    private static void send(Context context, Lab lab) throws IOException {
        ApiPath path = Requests.path(context);
        try (OpenFile file = lab.contents().open(path)) {
            FileChannel channel = file.channel();
            String tag =
                    "\"%x-%x\""
                            .formatted(file.model().lastModified().toEpochMilli(), channel.size());
            headers(context, path, file, tag);
            if (tag.equals(context.header("If-None-Match"))) {
                context.status(304);
                return;
            }
            Optional<Range> part = range(context, channel.size());
            Range range = part.orElse(new Range(0, channel.size()));
            context.status(part.isPresent() ? 206 : 200);
            if (part.isPresent()) {
                context.header(
                        "Content-Range",
                        "bytes %d-%d/%d".formatted(range.start(), range.end() - 1, channel.size()));
            }
            context.disableCompression();
            context.res().setContentLengthLong(range.length());
            if (context.method().equals(HandlerType.HEAD)) {
                return;
            }
            copy(channel, range, context.outputStream());
        }
    }

    private static void headers(Context context, ApiPath path, OpenFile file, String tag) {
        String type =
                Objects.requireNonNullElse(file.model().mimetype(), "application/octet-stream");
        context.contentType(MediaTypes.isText(type) ? type + "; charset=UTF-8" : type)
                .header("ETag", tag)
                .header("Cache-Control", "no-cache")
                .header("Accept-Ranges", "bytes")
                .header("Last-Modified", Requests.httpDate(file.model().lastModified()));
        // Scripts in a user's HTML or SVG get an origin of their own, so that they can't act here.
        SecurityHeaders.sandbox(context);
        String download = context.queryParam("download");
        if (path.name().endsWith(".ipynb") || (download != null && !download.isEmpty())) {
            context.header(
                    "Content-Disposition",
                    "attachment; filename*=UTF-8''"
                            + Requests.encoded(ApiPath.ROOT.child(path.name())));
        }
    }

    private static Optional<Range> range(Context context, long size) {
        String header = context.header("Range");
        Matcher matcher = RANGE.matcher(header == null ? "" : header);
        if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.empty();
        }
        Range range = range(matcher.group(1), matcher.group(2), size);
        if (range.start() >= range.end()) {
            context.header("Content-Range", "bytes */" + size);
            throw new Problem(416, "'%s' is not in the file's %d bytes".formatted(header, size));
        }
        return Optional.of(range);
    }

    private static Range range(String first, String last, long size) {
        try {
            if (first.isEmpty()) {
                return new Range(Math.max(0, size - Long.parseLong(last)), size);
            }
            long end = last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
            return new Range(Long.parseLong(first), end);
        } catch (NumberFormatException e) {
            return new Range(size, size);
        }
    }

    private static void copy(FileChannel channel, Range range, OutputStream out)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        long at = range.start();
        while (at < range.end()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), range.end() - at));
            int read = channel.read(buffer, at);
            if (read < 0) {
                return;
            }
            out.write(buffer.array(), 0, read);
            at += read;
        }
    }
}
