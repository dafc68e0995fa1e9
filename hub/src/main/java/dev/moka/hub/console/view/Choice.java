package dev.moka.hub.console.view;

/// An option of a drop-down.
public record Choice(String value, String words, boolean chosen) {}
