package dev.moka.hub.console;

import dev.moka.hub.console.view.ObjectsPage.Column;
import dev.moka.hub.objects.StoredObject;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// By what the objects of a page are sorted.
enum ObjectOrder {
    NAME("name", false, (_, _) -> 0),
    NAME_DOWN("-name", true, Comparator.comparing((StoredObject o) -> o.key().value()).reversed()),
    SIZE("size", false, Comparator.comparingLong(StoredObject::size)),
    SIZE_DOWN("-size", true, Comparator.comparingLong(StoredObject::size).reversed()),
    CHANGED("changed", false, Comparator.comparing(StoredObject::modifiedAt)),
    CHANGED_DOWN("-changed", true, Comparator.comparing(StoredObject::modifiedAt).reversed());

    private final String parameter;
    private final boolean down;

    // Comparators of the JDK can't be seen to be immutable; these are.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Comparator<StoredObject> comparator;

    ObjectOrder(String parameter, boolean down, Comparator<StoredObject> comparator) {
        this.parameter = parameter;
        this.down = down;
        this.comparator = comparator;
    }

    static ObjectOrder of(String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst()
                .orElse(NAME);
    }

    Comparator<StoredObject> comparator() {
        return comparator;
    }

    /// @param here the address of the page, empty where it can't be sorted
    List<Column> columns(String here) {
        return List.of(
                column("Name", "name", here, ""),
                column("Size", "size", here, "number"),
                column("Changed", "changed", here, "number"));
    }

    private Column column(String word, String by, String here, String css) {
        boolean sorted = parameter.endsWith(by) && !here.isEmpty();
        String next = sorted && !down ? "-" + by : by;
        String direction = down ? "descending" : "ascending";
        return new Column(
                word, here.isEmpty() ? "" : here + "&sort=" + next, sorted ? direction : "", css);
    }
}
