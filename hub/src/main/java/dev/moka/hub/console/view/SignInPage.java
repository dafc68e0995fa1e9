package dev.moka.hub.console.view;

/// The sign-in form; `next` is the page that a person wanted when they were asked to sign in.
public record SignInPage(Frame frame, Form form, String next, String host) {}
