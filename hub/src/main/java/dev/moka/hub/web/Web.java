package dev.moka.hub.web;

import dev.moka.hub.identity.ApiTokens;
import dev.moka.hub.identity.Secrets;
import dev.moka.hub.identity.Sessions;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;

/// The HTTP server of the hub.
public final class Web {
    private final Callers callers;
    private final Xsrf xsrf;
    private final Origins origins;
    private final SecurityHeaders headers;

    public Web(
            Sessions sessions,
            ApiTokens tokens,
            Secrets secrets,
            InstanceSessions instanceSessions,
            WebSettings settings) {
        Cookies cookies = new Cookies(settings.secure());
        this.callers =
                new Callers(sessions, tokens, cookies, settings.sessionCookie(), instanceSessions);
        this.xsrf = new Xsrf(callers, cookies, secrets);
        this.origins = new Origins(settings.hosts());
        this.headers = new SecurityHeaders(settings.secure());
    }

    public Callers callers() {
        return callers;
    }

    public Xsrf xsrf() {
        return xsrf;
    }

    /// Begins to listen with these routes.
    public Listener listen(String host, int port, ErrorPages errorPages, List<Routes> families) {
        RunningRequests running = new RunningRequests();
        Javalin server =
                Javalin.create(config -> {
                    config.jetty.modifyServletContextHandler(
                            handler -> handler.addEventListener(running));
                    configure(config, errorPages, families);
                });
        return Listener.start(server, host, port, running);
    }

    private void configure(JavalinConfig config, ErrorPages errorPages, List<Routes> families) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        // Waiting for the browsers' idle connections would only hold up the end: they never close
        // by themselves.
        config.jetty.modifyServer(server -> server.setStopTimeout(0));
        config.routes.before(this::guard);
        config.routes.wsBeforeUpgrade(this::guardUpgrade);
        new Errors(errorPages).mount(config.routes);
        families.forEach(family -> family.configure(config));
        families.forEach(family -> family.mount(config.routes));
    }

    private void guard(Context context) {
        headers.set(context);
        context.header("X-Request-Id", Errors.requestId(context));
        origins.checkHost(context);
        origins.checkWrite(context);
        BodyLimit.check(context);
        xsrf.check(context);
    }

    private void guardUpgrade(Context context) {
        origins.checkHost(context);
        origins.checkOrigin(context);
    }
}
