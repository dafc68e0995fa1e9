package dev.moka.hub.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person's AWS account and access keys.
///
/// @param team the team whose account it is, absent for one's own
/// @param newKey the key that was just made, at the only moment when its secret can be seen
/// @param full whether no further key can be made
public record AccessKeysPage(
        Frame frame,
        String account,
        @Nullable String team,
        List<Choice> accounts,
        Form form,
        @Nullable NewKey newKey,
        boolean full,
        List<Row> keys) {

    /// An account that one may work in.
    public record Choice(String id, String label, boolean chosen) {}

    /// A new key with its secret.
    public record NewKey(String id, String secret) {}

    /// One key with what may be done.
    public record Row(
            String id,
            String path,
            String label,
            Status status,
            boolean active,
            String created,
            String used) {}

    public AccessKeysPage {
        accounts = List.copyOf(accounts);
        keys = List.copyOf(keys);
    }
}
