package dev.moka.hub.api;

import dev.moka.hub.identity.Caller;
import dev.moka.hub.web.Callers;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import tools.jackson.databind.node.ObjectNode;

/// What all families of the API share: finding the caller and writing JSON.
final class Api {
    static final String BASE = "/api/v1";

    private final Callers callers;

    Api(Callers callers) {
        this.callers = callers;
    }

    /// A route for signed-in callers that answers with an object.
    Handler json(int status, Operation operation) {
        return context ->
                write(context, status, operation.perform(callers.require(context), context));
    }

    /// A route for signed-in callers that answers with nothing.
    Handler nothing(Action action) {
        return context -> {
            action.perform(callers.require(context), context);
            context.status(204);
        };
    }

    static void write(Context context, int status, ObjectNode node) {
        context.status(status).contentType("application/json").result(node.toString());
    }

    /// Something that a caller does and gets an object for.
    @FunctionalInterface
    interface Operation {
        ObjectNode perform(Caller caller, Context context) throws Exception;
    }

    /// Something that a caller does and gets nothing for.
    @FunctionalInterface
    interface Action {
        void perform(Caller caller, Context context) throws Exception;
    }
}
