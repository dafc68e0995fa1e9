package dev.moka.hub.aws.operation;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.model.SerializationException;
import dev.moka.hub.aws.model.Validator;
import dev.moka.hub.aws.model.Violation;
import dev.moka.hub.errors.ApiException;
import dev.moka.hub.errors.ValidationException;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// What the protocols share: a request's tree is checked by the model, made a record, handled, and
/// the answer made a tree.
final class Dispatch {
    private final OperationTable table;
    private final Validator validator;
    private final RecordCodec codec;
    private final Function<ApiException, AwsException> words;

    Dispatch(OperationTable table, Function<ApiException, AwsException> words) {
        this.table = table;
        this.validator = new Validator(table.model(), table.lenient());
        this.codec = new RecordCodec(table.names());
        this.words = words;
    }

    ObjectNode perform(Operation<?, ?> operation, Call call, ObjectNode input) {
        return handle(operation, call, input);
    }

    private <I extends Record, O extends Record> ObjectNode handle(
            Operation<I, O> operation, Call call, ObjectNode input) {
        try {
            table.model()
                    .input(operation.name())
                    .ifPresent(shape -> require(validator.check(shape, input)));
            return codec.write(
                    operation.handler().handle(call, codec.read(operation.request(), input)));
        } catch (SerializationException e) {
            throw new AwsException(400, "SerializationException", String.valueOf(e.getMessage()));
        } catch (ApiException e) {
            throw words.apply(e);
        }
    }

    private static void require(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ValidationException(Validator.message(violations));
        }
    }
}
