package dev.moka.hub.home;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The lock that keeps a second hub off the same home. The system frees it when the process ends,
/// however it ends.
public final class HubLock implements AutoCloseable {
    private final FileChannel channel;

    private HubLock(FileChannel channel) {
        this.channel = channel;
    }

    public static HubLock take(Home home) {
        Path file = home.folder().resolve("hub.lock");
        try {
            FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw taken(home, file);
            }
            write(channel, "process " + ProcessHandle.current().pid());
            return new HubLock(channel);
        } catch (IOException e) {
            throw new HomeException("%s can't be locked: %s".formatted(file, e.getMessage()), e);
        }
    }

    /// Says where this hub listens, for whoever finds the lock taken.
    public void listeningAt(String address) {
        try {
            write(channel, "process %d at %s".formatted(ProcessHandle.current().pid(), address));
        } catch (IOException e) {
            throw new HomeException("hub.lock can't be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new HomeException("hub.lock can't be freed: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)), 0);
        channel.force(false);
    }

    private static HomeException taken(Home home, Path file) {
        String who;
        try {
            who = Files.readString(file).strip();
        } catch (IOException e) {
            who = "an unknown process";
        }
        return new HomeException(
                "Another hub (%s) uses %s already; open that one, stop it, or give this one another folder with --home"
                        .formatted(who, home.folder()));
    }
}
