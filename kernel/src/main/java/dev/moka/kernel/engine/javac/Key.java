package dev.moka.kernel.engine.javac;

/// What a declaration is found by: a kind and a name. Overloads share one.
record Key(Kind kind, String name) {
    /// The name spaces of Java.
    enum Kind {
        VARIABLE,
        METHOD,
        TYPE
    }

    static Key variable(String name) {
        return new Key(Kind.VARIABLE, name);
    }

    static Key method(String name) {
        return new Key(Kind.METHOD, name);
    }

    static Key type(String name) {
        return new Key(Kind.TYPE, name);
    }
}
