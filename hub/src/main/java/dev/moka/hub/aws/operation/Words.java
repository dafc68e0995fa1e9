package dev.moka.hub.aws.operation;

/// What a message repeats of a client's words.
final class Words {
    private static final int MOST = 128;

    private Words() {}

    static String bounded(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    }
}
