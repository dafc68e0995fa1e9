package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.api.ClientCodeWrapper.Trusted;
import java.net.URI;
import java.net.URISyntaxException;
import javax.tools.SimpleJavaFileObject;

/// The source file of a compilation unit: a cell, or a part of an earlier cell that is compiled
/// again.
@Trusted
final class UnitFile extends SimpleJavaFileObject {
    private static final char SLASH = '∕';

    private final String text;

    /// @param cell its name, which stack traces show as the file's
    UnitFile(String cell, String text) {
        super(uri(cell), Kind.SOURCE);
        this.text = text;
    }

    private static URI uri(String cell) {
        try {
            // javac calls a file by what follows the last slash.
            return new URI("cell", null, "/" + cell.replace('/', SLASH), null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a cell's name: " + cell, e);
        }
    }

    /// The cell's name, from the name that javac made of it.
    static String cellName(String file) {
        return file.replace(SLASH, '/');
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    String text() {
        return text;
    }

    /// Any class may stand in a cell.
    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE && !simpleName.endsWith("-info");
    }
}
