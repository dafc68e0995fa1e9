package dev.moka.hub.web;

import dev.moka.hub.errors.NotSignedInException;
import dev.moka.hub.identity.ApiTokens;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.SessionStore;
import dev.moka.hub.identity.Sessions;
import dev.moka.hub.identity.SignedIn;
import dev.moka.hub.identity.Visitor;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out who is calling: by API token, else by the session cookie.
public final class Callers {
    private static final String FOUND = "moka.caller";
    private static final int COOKIE_LIFE_SECONDS = 30 * 24 * 3600;

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Cookies cookies;
    private final String sessionCookie;
    private final InstanceSessions instanceSessions;

    Callers(
            Sessions sessions,
            ApiTokens tokens,
            Cookies cookies,
            String sessionCookie,
            InstanceSessions instanceSessions) {
        this.instanceSessions = instanceSessions;
        this.sessions = sessions;
        this.tokens = tokens;
        this.cookies = cookies;
        this.sessionCookie = sessionCookie;
    }

    /// Whoever calls, or an error that says to sign in.
    public Caller require(Context context) {
        return find(context)
                .orElseThrow(() ->
                        new NotSignedInException(
                                secret(context) == null
                                        ? "You are not signed in, or your session has ended; sign"
                                                + " in first"
                                        : "This API token is not known; it may have been revoked"));
    }

    public Optional<Caller> find(Context context) {
        return identified(context).map(Identified::caller);
    }

    /// The session with which the caller came, empty for a token.
    public Optional<String> sessionId(Context context) {
        return identified(context).map(Identified::sessionId).filter(id -> !id.isEmpty());
    }

    public Visitor visitor(Context context) {
        return new Visitor(context.ip(), Objects.requireNonNullElse(context.userAgent(), ""));
    }

    /// Makes the browser that called a signed-in one.
    public void begin(Context context, SignedIn signedIn) {
        cookies.set(context, sessionCookie, signedIn.cookie(), true, COOKIE_LIFE_SECONDS);
        context.attribute(
                FOUND, Optional.of(new Identified(signedIn.caller(), signedIn.session().id())));
    }

    /// Signs the browser that called in to one notebook instance and to nothing else; the browser
    /// sends that cookie to the instance's addresses only.
    public void beginAtInstance(Context context, String instancePath, String cookie, long seconds) {
        cookies.setAt(context, instancePath, instanceCookie(), cookie, (int) seconds);
    }

    /// Ends the session of the browser that called.
    public void end(Context context) {
        Optional<Identified> identified = identified(context);
        identified
                .filter(i -> !i.sessionId().isEmpty())
                .ifPresent(i -> sessions.end(i.caller(), i.sessionId()));
        cookies.remove(context, sessionCookie);
        context.attribute(FOUND, Optional.empty());
    }

    /// Whether the request has a session cookie, good or not; then a browser may have been made to
    /// send it.
    boolean hasSessionCookie(Context context) {
        return context.cookie(sessionCookie) != null || context.cookie(instanceCookie()) != null;
    }

    /// Whether the caller proves who they are by something that a browser does not send by itself.
    boolean hasToken(Context context) {
        return secret(context) != null;
    }

    private Optional<Identified> identified(Context context) {
        Optional<Identified> known = context.attribute(FOUND);
        if (known != null) {
            return known;
        }
        Optional<Identified> found = look(context);
        context.attribute(FOUND, found);
        return found;
    }

    private Optional<Identified> look(Context context) {
        String secret = secret(context);
        if (secret != null) {
            return tokens.caller(secret).map(caller -> new Identified(caller, ""));
        }
        Optional<Caller> atInstance = atInstance(context);
        if (atInstance.isPresent()) {
            return atInstance.map(caller -> new Identified(caller, ""));
        }
        String cookie = context.cookie(sessionCookie);
        return cookie == null ? Optional.empty() : sessions.find(cookie).map(Identified::of);
    }

    private Optional<Caller> atInstance(Context context) {
        String cookie = context.cookie(instanceCookie());
        String[] path = context.path().split("/", 5);
        return cookie != null && path.length >= 4 && path[1].equals("notebook")
                ? instanceSessions.caller(path[2], path[3], cookie)
                : Optional.empty();
    }

    private String instanceCookie() {
        return sessionCookie + "-instance";
    }

    /// Jupyter clients that can't set headers, such as editors that open an address, put the token
    /// into the query.
    private static @Nullable String secret(Context context) {
        String header = context.header("Authorization");
        if (header != null) {
            String scheme = header.toLowerCase(Locale.ROOT);
            if (scheme.startsWith("bearer ") || scheme.startsWith("token ")) {
                return header.substring(header.indexOf(' ') + 1).strip();
            }
        }
        String query = context.path().startsWith("/notebook/") ? context.queryParam("token") : null;
        return query != null && query.startsWith("mk_") ? query : null;
    }

    private record Identified(Caller caller, String sessionId) {

        static Identified of(SessionStore.Found found) {
            return new Identified(found.caller(), found.session().id());
        }
    }
}
