package dev.moka.hub.web;

import io.javalin.config.JavalinConfig;
import io.javalin.router.JavalinDefaultRoutingApi;

/// A family of routes, such as the JSON API or the pages.
@FunctionalInterface
public interface Routes {

    void mount(JavalinDefaultRoutingApi routes);

    /// Sets what the routes need of the server beyond the usual.
    default void configure(JavalinConfig config) {}
}
