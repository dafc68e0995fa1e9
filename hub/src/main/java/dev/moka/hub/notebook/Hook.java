package dev.moka.hub.notebook;

/// When a lifecycle script runs, in AWS's words.
public enum Hook {
    ON_CREATE("OnCreate"),
    ON_START("OnStart");

    private final String word;

    Hook(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
