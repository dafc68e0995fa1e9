package dev.moka.kernel.engine.javac;

import dev.moka.kernel.engine.Frames;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stack frames of cells: files and lines are right as they are, names of generated classes go.
final class CellFrames implements Frames {
    private static final Pattern CLASS = Pattern.compile("REPL\\.Cell_\\d+(?:_\\d+)?(?:\\$(.*))?");
    private static final String TOP_CLASS = "cell";
    private static final String TOP_METHOD = "<run>";

    @Override
    public boolean isCell(StackTraceElement frame) {
        return CellNames.isCell(frame.getClassName());
    }

    @Override
    public StackTraceElement localize(StackTraceElement frame) {
        Matcher matcher = CLASS.matcher(frame.getClassName());
        if (!matcher.matches()) {
            return frame;
        }
        String userClass = Optional.ofNullable(matcher.group(1)).orElse(TOP_CLASS);
        String method =
                frame.getMethodName().equals(CellNames.RUN)
                        ? TOP_METHOD
                        : frame.getMethodName().replace("$" + CellNames.RUN + "$", "$cell$");
        String file = UnitFile.cellName(Optional.ofNullable(frame.getFileName()).orElse("cell"));
        return new StackTraceElement(userClass, method, file, frame.getLineNumber());
    }
}
