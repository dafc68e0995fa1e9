package dev.moka.hub.identity;

/// An API token at the only moment when its secret can be seen.
public record NewApiToken(ApiToken token, String secret) {}
