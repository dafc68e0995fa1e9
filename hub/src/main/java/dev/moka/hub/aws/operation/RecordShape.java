package dev.moka.hub.aws.operation;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/// What a record class is made of, found out once.
///
/// @param components in the order of the constructor
record RecordShape(Constructor<? extends Record> constructor, List<Component> components) {
    private static final ClassValue<RecordShape> KNOWN =
            new ClassValue<>() {
                @Override
                protected RecordShape computeValue(Class<?> type) {
                    return look(type.asSubclass(Record.class));
                }
            };

    static RecordShape of(Class<? extends Record> type) {
        return KNOWN.get(type);
    }

    Record make(List<@Nullable Object> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(constructor + " failed", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " can't be called", e);
        }
    }

    private static RecordShape look(Class<? extends Record> type) {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordShape(constructor, Arrays.stream(parts).map(Component::of).toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    /// One component of a record.
    record Component(String name, WireType type, Method accessor) {

        static Component of(RecordComponent part) {
            Method accessor = part.getAccessor();
            accessor.setAccessible(true);
            return new Component(part.getName(), WireType.of(part.getGenericType()), accessor);
        }

        @Nullable Object read(Record value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(accessor + " can't be called", e);
            }
        }
    }
}
