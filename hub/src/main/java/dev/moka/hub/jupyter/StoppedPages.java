package dev.moka.hub.jupyter;

import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.NotebookInstance;
import io.javalin.http.Context;

/// Shows a person who opens an instance that is not in service how it stands and how to start it.
@FunctionalInterface
public interface StoppedPages {

    /// Writes the page; the status of the answer is set already.
    void show(Context context, Caller caller, NotebookInstance instance);
}
