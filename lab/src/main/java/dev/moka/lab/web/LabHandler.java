package dev.moka.lab.web;

import dev.moka.lab.site.Lab;
import io.javalin.http.Context;

/// Serves one request to one lab.
@FunctionalInterface
interface LabHandler {
    void handle(Context context, Lab lab) throws Exception;
}
