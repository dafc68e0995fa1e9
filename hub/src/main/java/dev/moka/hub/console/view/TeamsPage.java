package dev.moka.hub.console.view;

import java.util.List;

/// The teams and who is in them.
///
/// @param users everybody, to be put into a team
public record TeamsPage(Frame frame, String lead, Form form, List<Row> teams, List<String> users) {

    /// One team.
    public record Row(String name, String path, String account, List<String> members) {
        public Row {
            members = List.copyOf(members);
        }
    }

    public TeamsPage {
        teams = List.copyOf(teams);
        users = List.copyOf(users);
    }
}
