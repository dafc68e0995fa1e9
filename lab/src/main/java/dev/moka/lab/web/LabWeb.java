package dev.moka.lab.web;

import dev.moka.lab.site.LabLookup;
import io.javalin.config.JavalinConfig;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.util.List;

/// All routes of a lab, under one prefix. Of two that fit a request the earlier one serves it.
public final class LabWeb {
    /// The bytes of the largest request.
    static final int LARGEST_REQUEST = 512 << 20;

    private static final long LARGEST_MESSAGE = 256L << 20;

    private static final List<LabRoutes> FAMILIES =
            List.of(
                    new StatusRoutes(),
                    new KernelRoutes(),
                    new KernelStreamRoutes(),
                    new KernelSpecRoutes(),
                    new SessionRoutes(),
                    new JournalRoutes(),
                    new EventRoutes(),
                    new TerminalRoutes(),
                    new ContentsRoutes(),
                    new TrashRoutes(),
                    new FileRoutes(),
                    new AssetRoutes(),
                    new PageRoutes(),
                    new SettingsRoutes(),
                    new FrontEndRoutes(),
                    new ExportRoutes(),
                    new NotFoundRoutes());

    private LabWeb() {}

    /// Sets what the lab's routes need of the server: room for large notebooks and messages.
    public static void configure(JavalinConfig config) {
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.jetty.modifyWebSocketServletFactory(factory -> {
            factory.setMaxBinaryMessageSize(LARGEST_MESSAGE);
            factory.setMaxTextMessageSize(LARGEST_MESSAGE);
            factory.setIdleTimeout(Duration.ofMinutes(5));
        });
    }

    /// Mounts every family.
    ///
    /// @param prefix where the labs live, without a slash at the end: empty, or for example
    ///   `/notebook/{owner}/{instance}`
    public static void mount(JavalinDefaultRoutingApi routes, String prefix, LabLookup labs) {
        LabRouter router = new LabRouter(routes, prefix, labs);
        FAMILIES.forEach(family -> family.mount(router));
    }
}
