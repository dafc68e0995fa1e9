package dev.moka.hub.api;

import static dev.moka.hub.api.Api.BASE;

import dev.moka.hub.account.AccessKeys;
import dev.moka.hub.account.AccountId;
import dev.moka.hub.account.Accounts;
import dev.moka.hub.account.NewAccessKey;
import dev.moka.hub.account.TeamName;
import dev.moka.hub.account.Teams;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

import tools.jackson.databind.node.ObjectNode;

/// One's AWS-style account and access keys, and the teams.
public final class AccountApi implements Routes {
    private static final String KEY = BASE + "/access-keys/{id}";
    private static final String MEMBER = BASE + "/teams/{team}/members/{user}";

    private final Accounts accounts;
    private final AccessKeys keys;
    private final Teams teams;
    private final Api api;

    public AccountApi(Accounts accounts, AccessKeys keys, Teams teams, Callers callers) {
        this.accounts = accounts;
        this.keys = keys;
        this.teams = teams;
        this.api = new Api(callers);
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(BASE + "/me/account", api.json(200, (caller, _) -> account(caller)));
        routes.put(BASE + "/me/account", api.json(200, this::workIn));
        routes.get(
                BASE + "/me/accounts",
                api.json(
                        200,
                        (c, _) ->
                                Shapes.list(
                                        "accounts",
                                        accounts.all(c.name()),
                                        AccountShapes::account)));
        routes.get(
                BASE + "/access-keys",
                api.json(
                        200,
                        (c, _) -> Shapes.list("accessKeys", keys.list(c), AccountShapes::key)));
        routes.post(BASE + "/access-keys", api.json(201, this::createKey));
        routes.patch(KEY, api.nothing(this::changeKey));
        routes.delete(KEY, api.nothing((c, context) -> keys.delete(c, context.pathParam("id"))));
        routes.get(
                BASE + "/teams",
                api.json(200, (c, _) -> Shapes.list("teams", teams.list(c), AccountShapes::team)));
        routes.post(BASE + "/teams", api.json(201, this::createTeam));
        routes.put(
                MEMBER,
                api.json(200, (c, x) -> AccountShapes.team(teams.add(c, team(x), user(x)))));
        routes.delete(
                MEMBER,
                api.json(200, (c, x) -> AccountShapes.team(teams.remove(c, team(x), user(x)))));
    }

    private ObjectNode account(Caller caller) {
        return AccountShapes.account(accounts.of(caller.name()));
    }

    private ObjectNode workIn(Caller caller, Context context) {
        Body body = Body.of(context, "id");
        return AccountShapes.account(teams.workIn(caller, new AccountId(body.text("id"))));
    }

    private ObjectNode createKey(Caller caller, Context context) {
        NewAccessKey fresh = keys.create(caller, Body.of(context, "label").text("label"));
        return AccountShapes.key(fresh.key()).put("secret", fresh.secret());
    }

    private void changeKey(Caller caller, Context context) {
        boolean active = Body.of(context, "active").flag("active");
        keys.setActive(caller, context.pathParam("id"), active);
    }

    private ObjectNode createTeam(Caller caller, Context context) {
        TeamName name = new TeamName(Body.of(context, "name").text("name"));
        return AccountShapes.team(teams.create(caller, name));
    }

    private static TeamName team(Context context) {
        return new TeamName(context.pathParam("team"));
    }

    private static UserName user(Context context) {
        return new UserName(context.pathParam("user"));
    }
}
