package dev.moka.hub.identity;

/// A fresh session with the secret that goes into the browser's cookie.
public record SignedIn(Session session, Caller caller, String cookie) {}
