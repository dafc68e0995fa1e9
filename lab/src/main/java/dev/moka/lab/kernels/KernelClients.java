package dev.moka.lab.kernels;

import dev.moka.lab.journal.FrameLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The client sessions of one kernel: those connected now, and those that may come back and are to
/// be told what they missed.
final class KernelClients {
    private static final Duration REMEMBERED = Duration.ofHours(6);
    private static final int MOST = 64;

    private final Path folder;
    private final FrameLog frames;
    private final Duration keepAlive;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Attached> attached = new HashMap<>();
    private final Map<String, Left> left = new HashMap<>();
    private long connections;

    private record Attached(ClientFeed feed, long token) {}

    /// A session that has gone.
    ///
    /// @param forGood whether its page said good-bye, as at a reload
    record Left(Instant since, boolean forGood) {}

    KernelClients(Path folder, FrameLog frames, Duration keepAlive, Clock clock) {
        this.folder = folder;
        this.frames = frames;
        this.keepAlive = keepAlive;
        this.clock = clock;
    }

    /// Connects a session. It takes over from an earlier connection of the same session, and is
    /// first told what it missed. Returns a token for {@link #detach}.
    long attach(String session, ClientSink sink) throws IOException, InterruptedException {
        stop(session, "Connected from elsewhere");
        lock.lock();
        try {
            long token = ++connections;
            CursorFile cursor = CursorFile.open(folder, session, frames.end());
            ClientFeed feed = new ClientFeed(session, frames, cursor, sink, keepAlive);
            attached.put(session, new Attached(feed, token));
            left.remove(session);
            forgetSome();
            feed.start();
            return token;
        } finally {
            lock.unlock();
        }
    }

    /// Notes that a connection has ended; nothing when another has taken over since.
    void detach(String session, long token, boolean forGood) throws InterruptedException {
        Optional<ClientFeed> feed;
        lock.lock();
        try {
            Attached now = attached.get(session);
            if (now == null || now.token() != token) {
                return;
            }
            feed = remove(session, forGood);
        } finally {
            lock.unlock();
        }
        if (feed.isPresent()) {
            feed.get().stop(1000, "");
        }
    }

    private void stop(String session, String reason) throws InterruptedException {
        Optional<ClientFeed> feed;
        lock.lock();
        try {
            feed = remove(session, false);
        } finally {
            lock.unlock();
        }
        if (feed.isPresent()) {
            feed.get().stop(4000, reason);
        }
    }

    private Optional<ClientFeed> remove(String session, boolean forGood) {
        Optional<ClientFeed> feed =
                Optional.ofNullable(attached.remove(session)).map(Attached::feed);
        if (feed.isPresent()) {
            left.put(session, new Left(clock.instant(), forGood));
        }
        return feed;
    }

    private void forgetSome() throws IOException {
        Instant old = clock.instant().minus(REMEMBERED);
        List<String> gone = new ArrayList<>();
        left.forEach((session, when) -> {
            if (when.since().isBefore(old)) {
                gone.add(session);
            }
        });
        left.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().since()))
                .limit(Math.max(0, left.size() - MOST))
                .forEach(entry -> gone.add(entry.getKey()));
        for (String session : gone) {
            left.remove(session);
            CursorFile.open(folder, session, 0).delete();
        }
    }

    /// How many are connected.
    int count() {
        lock.lock();
        try {
            return attached.size();
        } finally {
            lock.unlock();
        }
    }

    boolean isAttached(String session) {
        lock.lock();
        try {
            return attached.containsKey(session);
        } finally {
            lock.unlock();
        }
    }

    /// When and how a session left; empty when it is connected or not known.
    Optional<Left> left(String session) {
        lock.lock();
        try {
            return Optional.ofNullable(left.get(session));
        } finally {
            lock.unlock();
        }
    }

    /// Ends all connections.
    ///
    /// @param farewell what the clients are told
    void closeAll(Farewell farewell) throws InterruptedException {
        List<ClientFeed> feeds;
        lock.lock();
        try {
            feeds = attached.values().stream().map(Attached::feed).toList();
            attached.clear();
        } finally {
            lock.unlock();
        }
        for (ClientFeed feed : feeds) {
            switch (farewell) {
                case COME_BACK -> feed.stopForRestart();
                case KERNEL_IS_GONE -> feed.stop(1000, "The kernel has been shut down");
            }
        }
    }

    /// What clients are told when their connection ends.
    enum Farewell {
        COME_BACK,
        KERNEL_IS_GONE
    }
}
