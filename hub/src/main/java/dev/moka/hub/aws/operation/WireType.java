package dev.moka.hub.aws.operation;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The type of a component of a wire record.
sealed interface WireType {
    Set<Class<?>> PLAIN =
            Set.of(
                    String.class,
                    Integer.class,
                    Long.class,
                    Double.class,
                    Float.class,
                    Boolean.class,
                    byte[].class,
                    Instant.class);

    record Plain(Class<?> kind) implements WireType {}

    /// Another record.
    ///
    /// @param shape looked up late, since records may hold each other
    record Structure(Supplier<RecordShape> shape) implements WireType {}

    record ListOf(WireType element) implements WireType {}

    record MapOf(WireType element) implements WireType {}

    static WireType of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return new ListOf(of(arguments[0]));
            }
            if (generic.getRawType() == Map.class && arguments[0] == String.class) {
                return new MapOf(of(arguments[1]));
            }
        }
        if (type instanceof Class<?> kind && PLAIN.contains(kind)) {
            return new Plain(kind);
        }
        if (type instanceof Class<?> kind && kind.isRecord()) {
            return new Structure(() -> RecordShape.of(kind.asSubclass(Record.class)));
        }
        throw new IllegalStateException("A wire record can't hold a " + type.getTypeName());
    }
}
