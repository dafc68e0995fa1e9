package dev.moka.lab.kernels;

import dev.moka.lab.journal.FramePeek;
import dev.moka.protocol.jupyter.Channel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Who asked what: the requests of all clients that a kernel has not answered yet.
final class Askers {
    private static final int MOST = 20_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Asked> requests = new LinkedHashMap<>();

    /// An unanswered request.
    record Asked(String client, FramePeek request) {}

    void asked(String client, FramePeek request) {
        lock.lock();
        try {
            requests.put(request.msgId(), new Asked(client, request));
            if (requests.size() > MOST) {
                requests.remove(requests.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    /// The client to which a message of the kernel goes: empty for all of them.
    String clientFor(FramePeek message) {
        if (message.channel() == Channel.IOPUB) {
            return "";
        }
        lock.lock();
        try {
            Asked asked = requests.get(message.parent());
            boolean answer =
                    asked != null
                            && message.channel() == asked.request().channel()
                            && message.msgType().endsWith("_reply");
            if (answer) {
                requests.remove(message.parent());
            }
            return asked == null ? message.parentSession() : asked.client();
        } finally {
            lock.unlock();
        }
    }

    Optional<Asked> find(String msgId) {
        lock.lock();
        try {
            return Optional.ofNullable(requests.get(msgId));
        } finally {
            lock.unlock();
        }
    }

    /// Forgets all requests and returns them, oldest first.
    List<Asked> drain() {
        lock.lock();
        try {
            List<Asked> all = new ArrayList<>(requests.values());
            requests.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }
}
