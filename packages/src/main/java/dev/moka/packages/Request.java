package dev.moka.packages;

import java.util.ArrayList;
import java.util.List;

/// What to resolve: coordinates together, so that conflicts among their dependencies are settled
/// once.
///
/// @param coordinates earlier ones win where versions conflict at the same distance
/// @param repositories beside those of Maven's settings and Maven Central
public record Request(List<Coordinate> coordinates, List<Repository> repositories) {
    /// Copies the lists.
    public Request {
        coordinates = List.copyOf(coordinates);
        repositories = List.copyOf(repositories);
    }

    /// Coordinates from the usual repositories.
    public static Request of(Coordinate... coordinates) {
        return new Request(List.of(coordinates), List.of());
    }

    /// This request with more coordinates at its end.
    public Request and(List<Coordinate> more) {
        List<Coordinate> all = new ArrayList<>(coordinates);
        more.stream().filter(each -> !all.contains(each)).forEach(all::add);
        return new Request(all, repositories);
    }

    /// Whether the answer may be another one tomorrow.
    public boolean changing() {
        return coordinates.stream().anyMatch(Coordinate::changing);
    }
}
