package dev.moka.lab.site;

import dev.moka.lab.events.Event;
import dev.moka.lab.events.EventBus;
import dev.moka.lab.kernels.ChildEnvironment;
import dev.moka.lab.kernels.KernelEvents;
import dev.moka.lab.kernels.KernelHouse;
import dev.moka.lab.kernels.KernelSettings;
import dev.moka.lab.kernels.NotebookFiles;
import dev.moka.lab.terminals.Terminals;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/// What runs in a lab: kernels with their sessions, terminals, and the events of both.
///
/// @param house the kernels and sessions
/// @param terminals the terminals, which end with the lab
/// @param events what happens
public record LiveServices(KernelHouse house, Terminals terminals, EventBus events)
        implements Closeable {
    /// Opens the services of a run folder; kernels that are still there are taken back.
    static LiveServices open(
            KernelSettings settings, Path run, NotebookFiles notebooks, Clock clock) {
        EventBus events = new EventBus();
        KernelEvents tell =
                (action, id, name, failure) ->
                        events.emit(Event.kernelAction(action, id, name, failure, clock.instant()));
        KernelHouse house = KernelHouse.open(settings, run, notebooks, tell, clock);
        Terminals terminals = new Terminals(() -> shellEnvironment(settings), clock);
        return new LiveServices(house, terminals, events);
    }

    private static Map<String, String> shellEnvironment(KernelSettings settings) {
        Map<String, String> variables = new HashMap<>(ChildEnvironment.of(System.getenv()));
        variables.putAll(settings.environment().get());
        return variables;
    }

    /// Ends the terminals and lets go of the kernels, which live on.
    @Override
    public void close() {
        terminals.close();
        house.close();
    }
}
