package dev.moka.hub.console.view;

import java.util.List;

/// What the machine has, and which limits are kept on it.
public record HostPage(Frame frame, String host, List<Tile> tiles, List<Limit> limits) {

    /// A limit and whether anything holds it.
    public record Limit(String name, Status status, String meaning) {}

    public HostPage {
        tiles = List.copyOf(tiles);
        limits = List.copyOf(limits);
    }
}
