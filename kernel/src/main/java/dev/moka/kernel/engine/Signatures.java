package dev.moka.kernel.engine;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Signatures of members, for a list of proposals, by reflection: much faster than to ask the
/// compiler for each.
public final class Signatures {
    private static final int SHOWN = 3;

    private Signatures() {}

    /// The types and parameters of a type's member, overloads after one another.
    public static String of(Class<?> type, String member) {
        List<String> found =
                Stream.concat(
                                Arrays.stream(type.getMethods())
                                        .filter(method ->
                                                method.getName().equals(member)
                                                        && !method.isSynthetic())
                                        .map(Signatures::method),
                                Arrays.stream(type.getFields())
                                        .filter(field -> field.getName().equals(member))
                                        .map(Field::getGenericType)
                                        .map(Signatures::name))
                        .distinct()
                        .toList();
        return join(found);
    }

    /// The parameters of a type's constructors.
    public static String ofConstructors(Class<?> type) {
        return join(
                Arrays.stream(type.getConstructors())
                        .map(Signatures::parameters)
                        .distinct()
                        .toList());
    }

    /// Whether a type's member is a field.
    public static boolean isField(Class<?> type, String member) {
        return Arrays.stream(type.getFields()).anyMatch(field -> field.getName().equals(member));
    }

    private static String join(List<String> overloads) {
        String shown = overloads.stream().limit(SHOWN).collect(Collectors.joining("; "));
        return overloads.size() > SHOWN
                ? "%s; %d more".formatted(shown, overloads.size() - SHOWN)
                : shown;
    }

    private static String method(Method method) {
        return parameters(method) + ": " + name(method.getGenericReturnType());
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getParameters())
                .map(Signatures::parameter)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String parameter(Parameter parameter) {
        String type = name(parameter.getParameterizedType());
        return parameter.isNamePresent() ? type + " " + parameter.getName() : type;
    }

    /// Without packages.
    private static String name(Type type) {
        return UserNames.clean(type.getTypeName())
                .replaceAll("\\b(?:\\w+\\.)+(?=\\w)", "")
                .replace('$', '.');
    }
}
