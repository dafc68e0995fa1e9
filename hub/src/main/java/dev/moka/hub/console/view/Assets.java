package dev.moka.hub.console.view;

/// Where the style sheet, scripts and pictures lie; addresses change with their content, so that
/// browsers may keep them.
public interface Assets {

    /// The address of a file, such as `/assets/3f2a9c/console.css`.
    String url(String file);
}
