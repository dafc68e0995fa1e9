package dev.moka.hub.console;

import dev.moka.hub.console.view.PackageRow;
import dev.moka.hub.notebook.LockedPackage;
import dev.moka.hub.notebook.PackageCoordinate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Resolved packages as rows: what was asked for first, then what came with it.
final class PackageRows {
    private PackageRows() {}

    static List<PackageRow> of(List<PackageCoordinate> asked, List<LockedPackage> packages) {
        Set<String> names =
                asked.stream().map(c -> name(c.value())).collect(Collectors.toUnmodifiableSet());
        return packages.stream()
                .map(jar -> row(jar, names.contains(name(jar.coordinate()))))
                .sorted(
                        Comparator.comparing((PackageRow row) -> !row.asked())
                                .thenComparing(PackageRow::group)
                                .thenComparing(PackageRow::artifact))
                .toList();
    }

    /// `3 jars · 4.1 MB`.
    static String lead(List<LockedPackage> packages) {
        long bytes = packages.stream().mapToLong(LockedPackage::bytes).sum();
        return Words.count(packages.size(), "jar") + " · " + Words.bytes(bytes);
    }

    private static PackageRow row(LockedPackage jar, boolean asked) {
        String[] parts = jar.coordinate().split(":", -1);
        return new PackageRow(
                parts[0],
                parts.length > 1 ? parts[1] : "",
                parts[parts.length - 1],
                Words.bytes(jar.bytes()),
                asked);
    }

    private static String name(String coordinate) {
        String[] parts = coordinate.split(":", -1);
        return parts.length > 1 ? parts[0] + ":" + parts[1] : coordinate;
    }
}
