package dev.moka.hub.console.view;

/// A message that is shown once, on the page after the one that caused it.
public record Flash(Tone tone, String text) {}
