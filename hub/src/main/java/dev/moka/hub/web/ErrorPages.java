package dev.moka.hub.web;

import io.javalin.http.Context;

/// Shows an error to a person who looks at a page; programs get JSON instead.
@FunctionalInterface
public interface ErrorPages {

    /// Writes the page; the status of the answer is set already.
    void show(Context context, int status, ErrorAnswer error);
}
