package dev.moka.hub.aws.operation;

import java.util.List;

/// One operation of an AWS service that the hub has: its name, what it takes and gives, and what
/// does it.
///
/// @param name as in the service's API reference, such as `CreateNotebookInstance`
/// @param request the record of its input; the service model has checked what a handler gets
/// @param response the record of its output
/// @param differences what is not as on AWS, for the reference page; sentences
public record Operation<I extends Record, O extends Record>(
        String name,
        Class<I> request,
        Class<O> response,
        Handler<I, O> handler,
        List<String> differences) {

    public Operation {
        differences = List.copyOf(differences);
    }

    /// An operation that does what AWS's does with all members of its request record.
    public static <I extends Record, O extends Record> Operation<I, O> of(
            String name, Class<I> request, Class<O> response, Handler<I, O> handler) {
        return new Operation<>(name, request, response, handler, List.of());
    }

    /// An operation that answers with nothing.
    public static <I extends Record> Operation<I, Nothing> of(
            String name, Class<I> request, Action<I> action) {
        return of(
                name,
                request,
                Nothing.class,
                (call, input) -> {
                    action.perform(call, input);
                    return Nothing.NOTHING;
                });
    }

    /// The same with sentences on what is not as on AWS.
    public Operation<I, O> differing(String... sentences) {
        return new Operation<>(name, request, response, handler, List.of(sentences));
    }

    /// What an operation does. It may throw [dev.moka.hub.aws.AwsException] and
    /// [dev.moka.hub.errors.ApiException].
    @FunctionalInterface
    public interface Handler<I extends Record, O extends Record> {
        O handle(Call call, I request);
    }

    /// What an operation without an answer does.
    @FunctionalInterface
    public interface Action<I extends Record> {
        void perform(Call call, I request);
    }
}
