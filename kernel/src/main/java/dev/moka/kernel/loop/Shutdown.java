package dev.moka.kernel.loop;

/// A client has asked the kernel to end.
///
/// @param restart whether the client means to start another in its place
public record Shutdown(boolean restart) {}
