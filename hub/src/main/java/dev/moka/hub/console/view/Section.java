package dev.moka.hub.console.view;

/// A part of the console that the top bar can be at.
public enum Section {
    NOTEBOOKS,
    LIFECYCLE_CONFIGS,
    PACKAGE_SETS,
    S3,
    ADMIN,
    OTHER
}
