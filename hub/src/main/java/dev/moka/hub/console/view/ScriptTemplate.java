package dev.moka.hub.console.view;

/// A script that comes with Moka, to start a lifecycle config from.
public record ScriptTemplate(String name, String hook, String about, String text) {}
