package dev.moka.hub.web;

import dev.moka.hub.identity.ApiTokens;
import dev.moka.hub.identity.Secrets;
import dev.moka.hub.identity.Sessions;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The HTTP server of the hub.
public final class Web {
    private static final long LARGEST_BODY = 256L * 1024 * 1024;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(1);

    private final Callers callers;
    private final Xsrf xsrf;
    private final Origins origins;

    /// @param hosts host names that the hub answers for, empty for any
    /// @param secure whether browsers reach the hub by https
    /// @param sessionCookie name of the session cookie; cookies do not tell ports apart, so that it
    ///   should hold the port
    public Web(
            Sessions sessions,
            ApiTokens tokens,
            Secrets secrets,
            Set<String> hosts,
            boolean secure,
            String sessionCookie) {
        Cookies cookies = new Cookies(secure);
        this.callers = new Callers(sessions, tokens, cookies, sessionCookie);
        this.xsrf = new Xsrf(callers, cookies, secrets);
        this.origins = new Origins(hosts);
    }

    public Callers callers() {
        return callers;
    }

    public Xsrf xsrf() {
        return xsrf;
    }

    /// Makes the server with the routes; it does not listen yet.
    public Javalin server(ErrorPages errorPages, List<Routes> families) {
        return Javalin.create(config -> configure(config, errorPages, families));
    }

    private void configure(JavalinConfig config, ErrorPages errorPages, List<Routes> families) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.jetty.modifyServer(server -> server.setStopTimeout(STOP_PATIENCE.toMillis()));
        config.routes.before(this::guard);
        config.routes.wsBeforeUpgrade(this::guardUpgrade);
        new Errors(errorPages).mount(config.routes);
        families.forEach(family -> family.mount(config.routes));
    }

    private void guard(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Request-Id", Errors.requestId(context));
        origins.checkHost(context);
        origins.checkWrite(context);
        xsrf.check(context);
    }

    private void guardUpgrade(Context context) {
        origins.checkHost(context);
        origins.checkOrigin(context);
    }
}
