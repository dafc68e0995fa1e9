package dev.moka.lab.terminals;

/// All terminals that may be open are open.
public final class TooManyTerminals extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyTerminals(int most) {
        super("%d terminals are open, and there can be no more: close one first".formatted(most));
    }
}
