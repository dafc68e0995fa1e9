package dev.moka.hub.api;

import static dev.moka.hub.api.Api.BASE;

import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.identity.Users;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import tools.jackson.databind.node.ObjectNode;

/// Users, for administrators.
public final class UsersApi implements Routes {
    private static final String USER = BASE + "/users/{user}";

    private final Users users;
    private final Api api;

    public UsersApi(Users users, Callers callers) {
        this.users = users;
        this.api = new Api(callers);
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(
                BASE + "/users",
                api.json(
                        200,
                        (caller, _) -> Shapes.list("users", users.list(caller), Shapes::user)));
        routes.post(BASE + "/users", api.json(201, this::create));
        routes.get(
                USER, api.json(200, (c, context) -> Shapes.user(users.describe(c, name(context)))));
        routes.patch(USER, api.json(200, this::changeRole));
        routes.post(
                USER + "/disable", api.json(200, (c, x) -> Shapes.user(users.disable(c, name(x)))));
        routes.post(
                USER + "/enable", api.json(200, (c, x) -> Shapes.user(users.enable(c, name(x)))));
        routes.post(USER + "/reset", api.json(200, (c, x) -> Shapes.link(users.reset(c, name(x)))));
    }

    private ObjectNode create(Caller caller, Context context) {
        Body body = Body.of(context, "name", "role");
        Role role = body.optionalText("role").map(UsersApi::role).orElse(Role.USER);
        return Shapes.link(users.create(caller, new UserName(body.text("name")), role));
    }

    private ObjectNode changeRole(Caller caller, Context context) {
        Body body = Body.of(context, "role");
        return Shapes.user(users.changeRole(caller, name(context), role(body.text("role"))));
    }

    private static Role role(String word) {
        return switch (word) {
            case "user" -> Role.USER;
            case "admin" -> Role.ADMIN;
            default ->
                    throw new ValidationException(
                            "There is no role '%s'; there are user and admin".formatted(word));
        };
    }

    private static UserName name(Context context) {
        return new UserName(context.pathParam("user"));
    }
}
