package dev.moka.kernel.java;

import dev.moka.kernel.interpreter.Console;

/// A console whose answers are its prompts, for tests.
final class NobodyAtTheConsole implements Console {
    @Override
    public String ask(String prompt) {
        return "typed for " + prompt;
    }

    @Override
    public String askSecret(String prompt) {
        return "secret for " + prompt;
    }
}
