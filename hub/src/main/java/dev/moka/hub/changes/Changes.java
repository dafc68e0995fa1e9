package dev.moka.hub.changes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Tells listeners what changed, on the thread that changed it; a listener must return at once.
public final class Changes {
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    /// Follows the changes that `interest` accepts, until the subscription is closed.
    public Subscription subscribe(Predicate<Change> interest, Consumer<Change> listener) {
        Subscription subscription = new Subscription(interest, listener);
        subscriptions.add(subscription);
        return subscription;
    }

    public void publish(Change change) {
        for (Subscription subscription : subscriptions) {
            if (subscription.interest.test(change)) {
                subscription.listener.accept(change);
            }
        }
    }

    /// One listener's place in the stream.
    public final class Subscription implements AutoCloseable {
        private final Predicate<Change> interest;
        private final Consumer<Change> listener;

        private Subscription(Predicate<Change> interest, Consumer<Change> listener) {
            this.interest = interest;
            this.listener = listener;
        }

        @Override
        public void close() {
            subscriptions.remove(this);
        }
    }
}
