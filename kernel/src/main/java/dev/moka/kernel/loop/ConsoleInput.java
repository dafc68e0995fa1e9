package dev.moka.kernel.loop;

import dev.moka.kernel.interpreter.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/// The `System.in` that cells see: each time it runs dry, the person is asked for a line.
public final class ConsoleInput extends InputStream {
    private final Console console;
    private final ReentrantLock lock = new ReentrantLock();
    private byte[] line = {};
    private int position;

    /// @param console who is asked
    public ConsoleInput(Console console) {
        this.console = console;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        read(one, 0, 1);
        return Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            if (position == line.length) {
                line = (console.ask("") + "\n").getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            int count = Math.min(length, line.length - position);
            System.arraycopy(line, position, to, offset, count);
            position += count;
            return count;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int available() {
        return line.length - position;
    }

    /// Does nothing: the next cell may want input too.
    @Override
    public void close() {}
}
