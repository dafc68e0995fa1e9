package dev.moka.hub.s3;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// A row of the table of operations: which requests it is for, and what answers them.
///
/// @param name as AWS calls it
/// @param sub the query parameter that must be there, or null for none
/// @param header the header that must be there, or null for none
record Operation(
        String name,
        String method,
        Target.Level level,
        @Nullable String sub,
        @Nullable String header,
        Handler handler) {

    /// Answers a request.
    @FunctionalInterface
    interface Handler {
        void answer(Call call) throws IOException;
    }

    boolean isFor(Call call, String asked) {
        return method.equals(asked)
                && level == call.target().level()
                && (sub == null || call.head().has(sub))
                && (header == null || call.header(header).isPresent());
    }

    /// How much a request must have for it; of several, the one that wants most answers.
    int weight() {
        return (sub == null ? 0 : 2) + (header == null ? 0 : 1);
    }
}
