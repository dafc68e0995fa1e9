package dev.moka.hub.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The people who may sign in.
public record UsersPage(
        Frame frame, String lead, @Nullable NewLink link, Form form, List<Row> rows) {

    /// A one-time link, at the only moment when it can be seen.
    public record NewLink(String user, String address, String until) {}

    /// One user with what may be done.
    public record Row(
            String name,
            String path,
            Status status,
            String role,
            boolean admin,
            boolean disabled,
            boolean you,
            String linkWord,
            String instances,
            String cost,
            String created) {}

    public UsersPage {
        rows = List.copyOf(rows);
    }
}
