package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.api.ClientCodeWrapper.Trusted;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/// A class of a cell, in memory.
@Trusted
final class ClassFile extends SimpleJavaFileObject {
    private final String name;
    private byte[] bytes = {};

    ClassFile(String name) {
        super(URI.create("class:/" + name.replace('.', '/') + ".class"), Kind.CLASS);
        this.name = name;
    }

    /// For example `REPL.Cell_3$Point`.
    String className() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public InputStream openInputStream() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public OutputStream openOutputStream() {
        return new ByteArrayOutputStream(4096) {
            @Override
            public void close() {
                bytes = toByteArray();
            }
        };
    }
}
