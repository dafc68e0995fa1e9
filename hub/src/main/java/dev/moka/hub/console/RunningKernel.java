package dev.moka.hub.console;

import java.time.Instant;

/// A kernel that runs on an instance, as the pages show it.
///
/// @param notebook the path of the notebook or console that it runs for
/// @param name the kernel's display name, such as `Java`
/// @param state `idle`, `busy`, `starting` or `dead`
/// @param memoryBytes resident memory, negative when unknown
public record RunningKernel(
        String notebook, String name, String state, long memoryBytes, Instant lastActivity) {}
