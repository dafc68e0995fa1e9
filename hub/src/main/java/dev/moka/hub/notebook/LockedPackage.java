package dev.moka.hub.notebook;

/// One jar of a resolved package set, as it was found: what will be on the class path at each
/// start.
///
/// @param coordinate with the version that was chosen
/// @param file where it lies in the shared cache
/// @param sha256 what the file held when it was resolved, in hex
public record LockedPackage(String coordinate, String file, long bytes, String sha256) {}
