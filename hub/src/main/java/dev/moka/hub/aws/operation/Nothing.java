package dev.moka.hub.aws.operation;

/// A request or an answer without members.
public record Nothing() {
    public static final Nothing NOTHING = new Nothing();
}
