package dev.moka.hub.aws.model;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks a request against the service model and tells all errors at once, in AWS's wording.
public final class Validator {
    private final ServiceModel model;
    private final Set<String> lenient;

    /// A validator of one service's requests.
    ///
    /// @param lenient shapes whose enumeration is not checked, since the hub knows more words
    public Validator(ServiceModel model, Set<String> lenient) {
        this.model = model;
        this.lenient = Set.copyOf(lenient);
    }

    /// What is wrong with a value of the shape; empty when nothing is.
    ///
    /// @throws SerializationException for a value of another type than the model's
    public List<Violation> check(String shape, JsonNode value) {
        List<Violation> found = new ArrayList<>();
        structure(model.shape(shape), value, "", found);
        return found;
    }

    /// All errors as AWS puts them into one message.
    public static String message(List<Violation> violations) {
        return violations.stream()
                .map(Violation::text)
                .collect(
                        Collectors.joining(
                                "; ",
                                violations.size() == 1
                                        ? "1 validation error detected: "
                                        : violations.size() + " validation errors detected: ",
                                ""));
    }

    private void structure(Shape shape, JsonNode value, String path, List<Violation> found) {
        Types.require(Shape.Type.STRUCTURE, value);
        for (Map.Entry<String, String> member : shape.members().entrySet()) {
            JsonNode given = value.path(member.getKey());
            String at = join(path, lowerFirst(member.getKey()));
            if (given.isMissingNode() || given.isNull()) {
                if (shape.required().contains(member.getKey())) {
                    found.add(Violation.missing(at));
                }
            } else {
                value(member.getValue(), given, at, found);
            }
        }
    }

    private void value(String name, JsonNode value, String path, List<Violation> found) {
        Shape shape = model.shape(name);
        switch (shape.type()) {
            case STRUCTURE -> structure(shape, value, path, found);
            case LIST -> list(shape, value, path, found);
            case MAP -> map(shape, value, path, found);
            default -> {
                Types.require(shape.type(), value);
                Constraints.broken(shape, value, lenient.contains(name))
                        .forEach(c -> found.add(Violation.of(shape, value, path, c)));
            }
        }
    }

    private void list(Shape shape, JsonNode value, String path, List<Violation> found) {
        Types.require(Shape.Type.LIST, value);
        Constraints.brokenLength(shape, value.size())
                .forEach(c -> found.add(Violation.of(shape, value, path, c)));
        String element = Shape.present(shape.element());
        if (model.shape(element).type().isScalar()) {
            scalars(shape, element, value, value, path, "Member must satisfy constraint: ", found);
            return;
        }
        int index = 1;
        for (JsonNode item : value) {
            value(element, item, join(path, index + ".member"), found);
            index++;
        }
    }

    private void map(Shape shape, JsonNode value, String path, List<Violation> found) {
        Types.require(Shape.Type.MAP, value);
        Constraints.brokenLength(shape, value.size())
                .forEach(c -> found.add(Violation.of(shape, value, path, c)));
        Shape keys = model.shape(Shape.present(shape.key()));
        boolean keysBroken =
                value.properties().stream()
                        .anyMatch(entry -> Constraints.isBroken(keys, entry.getKey()));
        if (keysBroken) {
            found.add(
                    Violation.of(
                            shape,
                            value,
                            path,
                            "Map keys must satisfy constraint: " + Constraints.all(keys)));
        }
        String element = Shape.present(shape.element());
        if (model.shape(element).type().isScalar()) {
            List<JsonNode> values = value.properties().stream().map(Map.Entry::getValue).toList();
            scalars(
                    shape,
                    element,
                    value,
                    values,
                    path,
                    "Map value must satisfy constraint: ",
                    found);
            return;
        }
        value.properties()
                .forEach(entry ->
                        value(
                                element,
                                entry.getValue(),
                                join(path, entry.getKey() + ".member"),
                                found));
    }

    /// AWS tells the constraints on plain elements once, at the list or map that holds them.
    private void scalars(
            Shape shape,
            String element,
            JsonNode whole,
            Iterable<JsonNode> items,
            String path,
            String words,
            List<Violation> found) {
        Shape each = model.shape(element);
        boolean broken = false;
        for (JsonNode item : items) {
            Types.require(each.type(), item);
            broken |= !Constraints.broken(each, item, lenient.contains(element)).isEmpty();
        }
        if (broken) {
            found.add(Violation.of(shape, whole, path, words + Constraints.all(each)));
        }
    }

    private static String join(String path, String next) {
        return path.isEmpty() ? next : path + "." + next;
    }

    private static String lowerFirst(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
