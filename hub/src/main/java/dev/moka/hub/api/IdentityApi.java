package dev.moka.hub.api;

import static dev.moka.hub.api.Api.BASE;

import dev.moka.hub.identity.ApiTokens;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.NewApiToken;
import dev.moka.hub.identity.Sessions;
import dev.moka.hub.identity.SignedIn;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.identity.Users;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import tools.jackson.databind.node.ObjectNode;

/// Signing in and out, one's own sessions, API tokens and password.
public final class IdentityApi implements Routes {
    private final Users users;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Callers callers;
    private final Api api;

    public IdentityApi(Users users, Sessions sessions, ApiTokens tokens, Callers callers) {
        this.users = users;
        this.sessions = sessions;
        this.tokens = tokens;
        this.callers = callers;
        this.api = new Api(callers);
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.post(BASE + "/sign-in", this::signIn);
        routes.post(BASE + "/sign-out", this::signOut);
        routes.post(BASE + "/welcome", this::welcome);
        routes.get(BASE + "/me", api.json(200, (caller, _) -> Shapes.caller(caller)));
        routes.put(BASE + "/me/password", api.json(200, this::changePassword));
        routes.get(
                BASE + "/sessions",
                api.json(
                        200, (c, _) -> Shapes.list("sessions", sessions.list(c), Shapes::session)));
        routes.delete(
                BASE + "/sessions/{id}",
                api.nothing((c, context) -> sessions.end(c, context.pathParam("id"))));
        routes.get(
                BASE + "/tokens",
                api.json(200, (c, _) -> Shapes.list("tokens", tokens.list(c), Shapes::token)));
        routes.post(BASE + "/tokens", api.json(201, this::createToken));
        routes.delete(
                BASE + "/tokens/{id}",
                api.nothing((c, context) -> tokens.revoke(c, context.pathParam("id"))));
    }

    private void signIn(Context context) {
        Body body = Body.of(context, "user", "password");
        SignedIn signedIn =
                sessions.signIn(body.text("user"), body.text("password"), callers.visitor(context));
        callers.begin(context, signedIn);
        Api.write(context, 200, Shapes.caller(signedIn.caller()));
    }

    private void signOut(Context context) {
        callers.end(context);
        context.status(204);
    }

    private void welcome(Context context) {
        Body body = Body.of(context, "token", "password");
        UserName name = users.choosePassword(body.text("token"), body.text("password"));
        SignedIn signedIn = sessions.begin(name, callers.visitor(context));
        callers.begin(context, signedIn);
        Api.write(context, 200, Shapes.caller(signedIn.caller()));
    }

    /// All sessions end with the old password; the one that asked gets a fresh one.
    private ObjectNode changePassword(Caller caller, Context context) {
        Body body = Body.of(context, "current", "chosen");
        users.changePassword(caller, body.text("current"), body.text("chosen"));
        if (callers.sessionId(context).isPresent()) {
            callers.begin(context, sessions.begin(caller.name(), callers.visitor(context)));
        }
        return Shapes.caller(caller);
    }

    private ObjectNode createToken(Caller caller, Context context) {
        Body body = Body.of(context, "label");
        NewApiToken fresh = tokens.create(caller, body.text("label"));
        return Shapes.token(fresh.token()).put("secret", fresh.secret());
    }
}
