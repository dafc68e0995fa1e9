package dev.moka.hub.console;

import dev.moka.hub.console.view.Form;
import dev.moka.hub.errors.AccessDeniedException;
import dev.moka.hub.errors.ApiException;
import dev.moka.hub.errors.ResourceNotFound;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The fields of a form as a person sent them, and what is wrong with each.
final class Fields {
    private final Map<String, String> values;
    private final Map<String, String> errors = new LinkedHashMap<>();

    private Fields(Map<String, String> values) {
        this.values = values;
    }

    /// The named fields of the request's form or, for GET, of its query.
    static Fields of(Context context, String... names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            String query = context.queryParam(name);
            String value = query == null ? context.formParam(name) : query;
            values.put(name, value == null ? "" : value.replace("\r\n", "\n"));
        }
        return new Fields(values);
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    boolean has(String name) {
        return !value(name).isBlank();
    }

    void wrong(String field, String text) {
        errors.putIfAbsent(field, text);
    }

    /// Makes a value out of a field; what the value's own check says stands at the field.
    <T> Optional<T> read(String field, Function<String, T> parse) {
        return guarded(field, () -> parse.apply(value(field)));
    }

    /// Does something unless a field is wrong; what it refuses stands at the given field.
    <T> Optional<T> attempt(String field, Supplier<T> action) {
        return errors.isEmpty() ? guarded(field, action) : Optional.empty();
    }

    Form form() {
        return new Form(values, errors);
    }

    private <T> Optional<T> guarded(String field, Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (AccessDeniedException | ResourceNotFound e) {
            throw e;
        } catch (ApiException e) {
            wrong(field, e.text());
            return Optional.empty();
        }
    }
}
