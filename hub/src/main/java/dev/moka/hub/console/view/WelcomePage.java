package dev.moka.hub.console.view;

/// Where a one-time link leads: the form in which its owner chooses a password.
public record WelcomePage(Frame frame, String name, String token, String rule, Form form) {}
