package dev.moka.hub;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was opened, to be closed in the opposite order; one that can't be closed does not keep the
/// others open.
final class Opened implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Opened.class);

    private final Deque<AutoCloseable> stack = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T opened) {
        stack.push(opened);
        return opened;
    }

    @Override
    public void close() {
        while (!stack.isEmpty()) {
            AutoCloseable next = stack.pop();
            try {
                next.close();
            } catch (Exception e) {
                log.error("{} could not be closed", next.getClass().getSimpleName(), e);
            }
        }
    }
}
