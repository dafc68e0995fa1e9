package dev.moka.hub.logs;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.ResourceNotFound;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The logs of all accounts; each call sees one account's only.
public final class Logs {
    private final LogStreamStore store;
    private final LogEventStore events;
    private final Clock clock;

    public Logs(LogStreamStore store, LogEventStore events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    public LogEventStore events() {
        return events;
    }

    public void createGroup(AccountId account, String name) {
        if (!store.insert(new LogGroup(account, name, null, clock.instant()))) {
            throw new ConflictException("The specified log group already exists");
        }
    }

    public void deleteGroup(AccountId account, String name) {
        store.delete(group(account, name)).forEach(stream -> events.delete(stream.id()));
    }

    /// Keeps how many days events are to be kept; null for ever.
    public void setRetention(AccountId account, String name, @Nullable Integer days) {
        LogGroup group = group(account, name);
        store.setRetention(new LogGroup(account, name, days, group.createdAt()));
    }

    public LogGroup group(AccountId account, String name) {
        return store.findGroup(account, name)
                .orElseThrow(() -> new ResourceNotFound("The specified log group does not exist."));
    }

    /// The groups whose name begins with the prefix and comes after `after`, by name.
    public List<LogGroup> groups(AccountId account, String prefix, String after, int most) {
        return store.groups(account, prefix, after, most);
    }

    public void createStream(AccountId account, String group, String name) {
        group(account, group);
        if (!insertStream(account, group, name)) {
            throw new ConflictException("The specified log stream already exists");
        }
    }

    public void deleteStream(AccountId account, String group, String name) {
        LogStream stream = stream(account, group, name);
        store.delete(stream);
        events.delete(stream.id());
    }

    public LogStream stream(AccountId account, String group, String name) {
        group(account, group);
        return store.findStream(account, group, name)
                .orElseThrow(
                        () -> new ResourceNotFound("The specified log stream does not exist."));
    }

    /// The streams whose name begins with the prefix and comes after `after`, by name.
    public List<LogStream> streams(
            AccountId account, String group, String prefix, String after, int most) {
        group(account, group);
        return store.streams(account, group, prefix, after, most);
    }

    /// Opens a stream for what a process prints; makes group and stream where they are not there.
    public LogSink open(AccountId account, String group, String name) {
        store.insert(new LogGroup(account, group, null, clock.instant()));
        insertStream(account, group, name);
        return new LogSink(events, stream(account, group, name).id(), clock);
    }

    private boolean insertStream(AccountId account, String group, String name) {
        return store.insert(
                new LogStream(UUID.randomUUID().toString(), account, group, name, clock.instant()));
    }
}
