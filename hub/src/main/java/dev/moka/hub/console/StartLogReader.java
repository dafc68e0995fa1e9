package dev.moka.hub.console;

import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.notebook.StartLogChunk;
import java.time.Duration;

/// Reads what the latest start of an instance has written so far.
final class StartLogReader {
    private final NotebookInstances instances;

    StartLogReader(NotebookInstances instances) {
        this.instances = instances;
    }

    /// Everything up to now, empty before the first start.
    StartLogText all(Caller caller, NotebookInstance instance) throws InterruptedException {
        StringBuilder text = new StringBuilder();
        long position = 0;
        StartLogChunk chunk = next(caller, instance, position, Duration.ZERO);
        while (!chunk.text().isEmpty()) {
            text.append(chunk.text());
            position = chunk.position();
            chunk = next(caller, instance, position, Duration.ZERO);
        }
        return new StartLogText(text.toString(), position);
    }

    /// What came after a position, waiting a while for it.
    StartLogChunk next(Caller caller, NotebookInstance instance, long position, Duration patience)
            throws InterruptedException {
        if (instance.starts() == 0) {
            return new StartLogChunk("", position, true);
        }
        try {
            return instances.startLog(
                    caller, instance.key(), instance.starts(), position, patience);
        } catch (ResourceNotFound e) {
            return new StartLogChunk("", position, true);
        }
    }
}
