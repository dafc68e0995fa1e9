package dev.moka.lab.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Passes each event on to all who listen at that moment.
public final class EventBus {
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

    /// Adds a listener, which must not block. Close the result to remove it.
    public Subscription subscribe(Consumer<Event> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Tells all listeners.
    public void emit(Event event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    /// A listener's place on the bus.
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
