package dev.moka.hub.console;

import dev.moka.hub.console.view.Form;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.console.view.SignInPage;
import dev.moka.hub.console.view.Tone;
import dev.moka.hub.console.view.WelcomePage;
import dev.moka.hub.errors.ApiException;
import dev.moka.hub.errors.NotSignedInException;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.identity.Sessions;
import dev.moka.hub.identity.SignedIn;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.identity.Users;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a person comes in, by password or by a one-time link, and goes out.
final class SignInPages implements Routes {
    static final String PASSWORD_RULE = "At least 10 characters; a few words are easy to remember.";

    private final Callers callers;
    private final Users users;
    private final Sessions sessions;
    private final Frames frames;
    private final Templates templates;
    private final Actions actions;

    SignInPages(
            Callers callers,
            Users users,
            Sessions sessions,
            Frames frames,
            Templates templates,
            Actions actions) {
        this.callers = callers;
        this.users = users;
        this.sessions = sessions;
        this.frames = frames;
        this.templates = templates;
        this.actions = actions;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/sign-in", this::form);
        routes.post("/sign-in", this::signIn);
        routes.post("/sign-out", this::signOut);
        routes.get("/welcome", this::welcome);
        routes.post("/welcome", this::choosePassword);
    }

    private void form(Context context) {
        String next = next(context.queryParam("next"));
        callers.find(context)
                .ifPresentOrElse(
                        _ -> actions.go(context, next), () -> show(context, Form.empty(), next));
    }

    private void signIn(Context context) {
        Fields fields = Fields.of(context, "name");
        String next = next(context.formParam("next"));
        Optional<SignedIn> signedIn =
                fields.attempt(
                        "password",
                        () ->
                                sessions.signIn(
                                        fields.value("name").strip(),
                                        secret(context, "password"),
                                        callers.visitor(context)));
        signedIn.ifPresentOrElse(
                found -> {
                    callers.begin(context, found);
                    actions.go(context, next);
                },
                () -> show(context.status(401), fields.form(), next));
    }

    private void signOut(Context context) {
        callers.end(context);
        actions.tell(context, Tone.OK, "You are signed out.");
        actions.go(context, "/sign-in");
    }

    private void welcome(Context context) {
        String token = Objects.requireNonNullElse(context.queryParam("token"), "");
        try {
            showWelcome(context, users.invited(token), token, Form.empty());
        } catch (NotSignedInException e) {
            deadLink(context, e);
        }
    }

    private void choosePassword(Context context) {
        Fields fields = Fields.of(context, "token");
        String token = fields.value("token");
        try {
            UserName invited = users.invited(token);
            fields.read("again", _ -> requireSame(context));
            Optional<UserName> user =
                    fields.attempt(
                            "password",
                            () -> users.choosePassword(token, secret(context, "password")));
            user.ifPresentOrElse(
                    name -> begin(context, name),
                    () -> showWelcome(context.status(400), invited, token, fields.form()));
        } catch (NotSignedInException e) {
            deadLink(context, e);
        }
    }

    private void begin(Context context, UserName name) {
        callers.begin(context, sessions.begin(name, callers.visitor(context)));
        actions.go(context, "/");
    }

    /// Whoever comes with a dead link can sign in if they have a password; the reason stands there.
    private void deadLink(Context context, ApiException reason) {
        actions.tell(context, Tone.WAIT, reason.text());
        actions.go(context, "/sign-in");
    }

    private void show(Context context, Form form, String next) {
        templates.show(
                context,
                "sign-in",
                new SignInPage(
                        frames.of(context, "Sign in", Section.OTHER),
                        form,
                        next,
                        Objects.requireNonNullElse(context.header("Host"), "this machine")));
    }

    private void showWelcome(Context context, UserName name, String token, Form form) {
        templates.show(
                context,
                "welcome",
                new WelcomePage(
                        frames.of(context, "Choose a password", Section.OTHER),
                        name.value(),
                        token,
                        PASSWORD_RULE,
                        form));
    }

    /// The password, if it was typed twice alike.
    static String requireSame(Context context) {
        String password = secret(context, "password");
        if (!password.equals(secret(context, "again"))) {
            throw new ValidationException("This is not the same as the password above");
        }
        return password;
    }

    static String secret(Context context, String name) {
        return Objects.requireNonNullElse(context.formParam(name), "");
    }

    private static String next(@Nullable String next) {
        return next != null && Actions.isOurs(next) ? next : "/";
    }
}
