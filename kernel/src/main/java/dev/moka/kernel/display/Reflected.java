package dev.moka.kernel.display;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An object of a library that the kernel is not compiled against, called through a type of that
/// library that is known to be public.
final class Reflected {
    private final Object object;
    private final Class<?> type;

    Reflected(Object object, String typeName) {
        this.object = object;
        this.type =
                Supertypes.of(object.getClass()).stream()
                        .filter(each -> each.getName().equals(typeName))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        object.getClass() + " is no " + typeName));
    }

    /// An object through its own class, which must be public.
    static Reflected of(Object object) {
        return new Reflected(object, object.getClass().getName());
    }

    Object call(String method) {
        return call(method, List.of());
    }

    Object call(String method, List<Class<?>> parameters, Object... arguments) {
        Object result = callOrNull(method, parameters, arguments);
        return result == null ? "" : result;
    }

    @Nullable Object callOrNull(String method, List<Class<?>> parameters, Object... arguments) {
        try {
            return type.getMethod(method, parameters.toArray(Class[]::new))
                    .invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "this version of %s is not known: %s".formatted(type.getName(), e), e);
        }
    }

    /// What the method of the object's own class gives, when there is such a method and it gives
    /// anything.
    Optional<Object> callIfPresent(String method) {
        try {
            return Optional.ofNullable(object.getClass().getMethod(method).invoke(object));
        } catch (ReflectiveOperationException _) {
            return Optional.empty();
        }
    }

    /// What the method gives, as text; empty for null.
    String text(String method) {
        return String.valueOf(call(method));
    }
}
