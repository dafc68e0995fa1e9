package dev.moka.hub.console;

import dev.moka.hub.account.TeamName;
import dev.moka.hub.account.Teams;
import dev.moka.hub.console.view.Form;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.console.view.TeamsPage;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.User;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.identity.Users;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;

/// The teams, for administrators: made, and who is in them.
final class TeamPages implements Routes {
    private static final String LIST = "/admin/teams";

    private final Callers callers;
    private final Teams teams;
    private final Users users;
    private final Frames frames;
    private final Templates templates;
    private final Actions actions;

    TeamPages(
            Callers callers,
            Teams teams,
            Users users,
            Frames frames,
            Templates templates,
            Actions actions) {
        this.callers = callers;
        this.teams = teams;
        this.users = users;
        this.frames = frames;
        this.templates = templates;
        this.actions = actions;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(LIST, this::list);
        routes.post(LIST, this::create);
        routes.post(LIST + "/{team}/members", this::add);
        routes.post(LIST + "/{team}/members/{user}/remove", this::remove);
    }

    private void list(Context context) {
        show(context, callers.require(context), Form.empty());
    }

    private void create(Context context) {
        Caller caller = callers.require(context);
        Fields fields = Fields.of(context, "name");
        Optional<TeamName> name = fields.read("name", value -> new TeamName(value.strip()));
        fields.attempt("name", () -> teams.create(caller, name.orElseThrow()))
                .ifPresentOrElse(
                        _ -> actions.go(context, LIST),
                        () -> show(context.status(400), caller, fields.form()));
    }

    private void add(Context context) {
        Caller caller = callers.require(context);
        TeamName team = team(context);
        String user = Optional.ofNullable(context.formParam("user")).orElse("");
        actions.perform(
                context,
                LIST,
                "%s is in the team %s and can choose to work in its account.".formatted(user, team),
                () -> teams.add(caller, team, new UserName(user)));
    }

    private void remove(Context context) {
        Caller caller = callers.require(context);
        TeamName team = team(context);
        UserName user = new UserName(context.pathParam("user"));
        actions.perform(
                context,
                LIST,
                "%s is out of the team %s; their access keys of its account are deleted."
                        .formatted(user, team),
                () -> teams.remove(caller, team, user));
    }

    private void show(Context context, Caller caller, Form form) {
        List<TeamsPage.Row> rows = teams.list(caller).stream().map(TeamPages::row).toList();
        List<String> names =
                users.list(caller).stream()
                        .filter(user -> !user.disabled())
                        .map(User::name)
                        .map(UserName::value)
                        .toList();
        templates.show(
                context,
                "admin-teams",
                new TeamsPage(
                        frames.of(context, "Teams", Section.ADMIN),
                        rows.isEmpty()
                                ? "Everybody works in an account of their own; a team shares one."
                                : Words.count(rows.size(), "team"),
                        form,
                        rows,
                        names));
    }

    private static TeamsPage.Row row(Teams.Team team) {
        String name = team.account().name();
        return new TeamsPage.Row(
                name,
                LIST + "/" + name,
                team.account().id().value(),
                team.members().stream().map(UserName::value).toList());
    }

    private static TeamName team(Context context) {
        return new TeamName(context.pathParam("team"));
    }
}
