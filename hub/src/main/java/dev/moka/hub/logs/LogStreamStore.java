package dev.moka.hub.logs;

import dev.moka.hub.account.AccountId;
import java.util.List;
import java.util.Optional;

/// Keeps log groups and streams; the events are in [LogEventStore].
public interface LogStreamStore {

    boolean insert(LogGroup group);

    boolean setRetention(LogGroup group);

    /// Deletes the group with its streams and answers which these were.
    List<LogStream> delete(LogGroup group);

    Optional<LogGroup> findGroup(AccountId account, String name);

    /// The groups whose name begins with the prefix and comes after `after`, by name.
    List<LogGroup> groups(AccountId account, String prefix, String after, int most);

    /// Adds a stream and answers whether its name was free in its group, which must be there.
    boolean insert(LogStream stream);

    boolean delete(LogStream stream);

    Optional<LogStream> findStream(AccountId account, String group, String name);

    /// The streams whose name begins with the prefix and comes after `after`, by name.
    List<LogStream> streams(AccountId account, String group, String prefix, String after, int most);
}
