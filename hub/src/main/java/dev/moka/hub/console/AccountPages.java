package dev.moka.hub.console;

import dev.moka.hub.console.view.AccountPage;
import dev.moka.hub.console.view.Form;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.console.view.Tone;
import dev.moka.hub.identity.ApiToken;
import dev.moka.hub.identity.ApiTokens;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.NewApiToken;
import dev.moka.hub.identity.Session;
import dev.moka.hub.identity.Sessions;
import dev.moka.hub.identity.Users;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A person's own account: password, API tokens, signed-in browsers.
final class AccountPages implements Routes {
    private final Callers callers;
    private final Users users;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Frames frames;
    private final Templates templates;
    private final Actions actions;

    AccountPages(
            Callers callers,
            Users users,
            Sessions sessions,
            ApiTokens tokens,
            Frames frames,
            Templates templates,
            Actions actions) {
        this.callers = callers;
        this.users = users;
        this.sessions = sessions;
        this.tokens = tokens;
        this.frames = frames;
        this.templates = templates;
        this.actions = actions;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/account", this::account);
        routes.post("/account/password", this::changePassword);
        routes.post("/account/tokens", this::createToken);
        routes.post("/account/tokens/{id}/revoke", this::revoke);
        routes.post("/account/sessions/{id}/end", this::end);
    }

    private void account(Context context) {
        Caller caller = callers.require(context);
        show(context, caller, Form.empty(), null);
    }

    private void changePassword(Context context) {
        Caller caller = callers.require(context);
        Fields fields = Fields.of(context);
        fields.read("again", _ -> SignInPages.requireSame(context));
        Optional<Caller> changed =
                fields.attempt(
                        "password",
                        () -> {
                            users.changePassword(
                                    caller,
                                    SignInPages.secret(context, "current"),
                                    SignInPages.secret(context, "password"));
                            return caller;
                        });
        changed.ifPresentOrElse(
                who -> {
                    callers.begin(context, sessions.begin(who.name(), callers.visitor(context)));
                    actions.tell(context, Tone.OK, "Your password is changed.");
                    actions.go(context, "/account");
                },
                () -> show(context.status(400), caller, fields.form(), null));
    }

    /// The secret is in this answer only, so that this one does not redirect.
    private void createToken(Context context) {
        Caller caller = callers.require(context);
        Fields fields = Fields.of(context, "label");
        Optional<NewApiToken> made =
                fields.attempt("label", () -> tokens.create(caller, fields.value("label")));
        made.ifPresentOrElse(
                token -> show(context, caller, Form.empty(), token.secret()),
                () -> show(context.status(400), caller, fields.form(), null));
    }

    private void revoke(Context context) {
        Caller caller = callers.require(context);
        String id = context.pathParam("id");
        actions.perform(
                context,
                "/account",
                "The token is revoked. Programs that use it are refused from now on.",
                () -> tokens.revoke(caller, id));
    }

    private void end(Context context) {
        Caller caller = callers.require(context);
        String id = context.pathParam("id");
        actions.perform(
                context, "/account", "The session is ended.", () -> sessions.end(caller, id));
    }

    private void show(Context context, Caller caller, Form form, @Nullable String newToken) {
        Moments moments = frames.moments(context);
        String current = callers.sessionId(context).orElse("");
        templates.show(
                context,
                "account",
                new AccountPage(
                        frames.of(context, "Account", Section.OTHER),
                        caller.name().value(),
                        caller.isAdmin() ? "administrator" : "user",
                        SignInPages.PASSWORD_RULE,
                        form,
                        newToken,
                        tokens.list(caller).stream().map(t -> token(t, moments)).toList(),
                        sessions.list(caller).stream()
                                .map(s -> browser(s, current, moments))
                                .toList()));
    }

    private static AccountPage.Token token(ApiToken token, Moments moments) {
        return new AccountPage.Token(
                token.id(),
                token.label(),
                moments.at(token.createdAt()),
                token.lastUsedAt() == null ? "never" : moments.at(token.lastUsedAt()));
    }

    private static AccountPage.Browser browser(Session session, String current, Moments moments) {
        return new AccountPage.Browser(
                session.id(),
                Browsers.name(session.visitor().agent()),
                session.visitor().address(),
                moments.at(session.createdAt()),
                moments.ago(session.lastSeenAt()),
                session.id().equals(current));
    }
}
