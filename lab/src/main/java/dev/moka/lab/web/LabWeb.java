package dev.moka.lab.web;

import dev.moka.lab.site.LabLookup;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/// All routes of a lab, under one prefix.
public final class LabWeb {
    private static final List<LabRoutes> FAMILIES = List.of(
                    new StatusRoutes(),
                    new KernelRoutes(),
                    new KernelSpecRoutes(),
                    new SessionRoutes(),
                    new JournalRoutes(),
                    new EventRoutes(),
                    new TerminalRoutes());

    private LabWeb() {}

    /// Mounts every family.
    ///
    /// @param prefix where the labs live, without a slash at the end: empty, or for example
    ///   `/notebook/{owner}/{instance}`
    public static void mount(JavalinDefaultRoutingApi routes, String prefix, LabLookup labs) {
        LabRouter router = new LabRouter(routes, prefix, labs);
        FAMILIES.forEach(family -> family.mount(router));
    }
}
