package dev.moka.hub.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The requests that are being answered, so that the hub's end can wait for them. Event streams do
/// not count: they end with the hub.
final class RunningRequests implements ServletRequestListener {
    private final Set<ServletRequest> running = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition fewer = lock.newCondition();

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (!isStream(event.getServletRequest())) {
            lock.lock();
            try {
                running.add(event.getServletRequest());
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        lock.lock();
        try {
            running.remove(event.getServletRequest());
            fewer.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until none is left; false when the time is over before.
    boolean await(Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (!running.isEmpty()) {
                if (left <= 0) {
                    return false;
                }
                left = fewer.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private static boolean isStream(ServletRequest request) {
        return request instanceof HttpServletRequest http
                && String.valueOf(http.getHeader("Accept")).contains("text/event-stream");
    }
}
