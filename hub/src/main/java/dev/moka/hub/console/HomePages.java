package dev.moka.hub.console;

import dev.moka.hub.console.view.Chip;
import dev.moka.hub.console.view.Frame;
import dev.moka.hub.console.view.HomePage;
import dev.moka.hub.console.view.InstanceRow;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.console.view.Tone;
import dev.moka.hub.host.HostCapacity;
import dev.moka.hub.host.HostReading;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// The list of a person's notebook instances, the page that they live in.
final class HomePages implements Routes {
    private final Callers callers;
    private final NotebookInstances instances;
    private final InstanceViews views;
    private final HostCapacity capacity;
    private final Frames frames;
    private final Templates templates;
    private final LiveStreams streams;

    HomePages(
            Callers callers,
            NotebookInstances instances,
            InstanceViews views,
            HostCapacity capacity,
            Frames frames,
            Templates templates,
            LiveStreams streams) {
        this.callers = callers;
        this.instances = instances;
        this.views = views;
        this.capacity = capacity;
        this.frames = frames;
        this.templates = templates;
        this.streams = streams;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/", this::home);
        routes.get("/live/instances", this::live);
    }

    /// What a person wants to see of their list.
    private record Filter(String words, String only) {

        static Filter of(Context context) {
            return new Filter(
                    Objects.requireNonNullElse(context.queryParam("q"), ""),
                    Objects.requireNonNullElse(context.queryParam("only"), ""));
        }

        boolean accepts(InstanceRow row) {
            String all =
                    String.join(
                            " ",
                            row.name(),
                            row.type(),
                            row.prepared(),
                            row.size(),
                            row.status().word());
            String text = all.toLowerCase(Locale.ROOT);
            return List.of(words.toLowerCase(Locale.ROOT).split("\\s+", -1)).stream()
                    .allMatch(text::contains);
        }

        String query(String chosen) {
            return "q=%s&only=%s"
                    .formatted(URLEncoder.encode(words, StandardCharsets.UTF_8), chosen);
        }
    }

    private void home(Context context) {
        Caller caller = callers.require(context);
        HomePage page =
                page(context, caller, frames.of(context, "Notebook instances", Section.NOTEBOOKS));
        templates.show(context, "home", page);
    }

    private void live(Context context) {
        Caller caller = callers.require(context);
        Frame frame = frames.silent(context, Section.NOTEBOOKS);
        streams.follow(context, caller::hears, () -> parts(page(context, caller, frame)));
    }

    private String parts(HomePage page) {
        return templates.fill("part/lead", "lead", page.lead())
                + templates.fill("part/chips", "chips", page.chips())
                + templates.fill("part/instances", "page", page);
    }

    private HomePage page(Context context, Caller caller, Frame frame) {
        Filter filter = Filter.of(context);
        Moments moments = frames.moments(context);
        List<InstanceDetails> all = instances.list(caller);
        List<InstanceRow> rows =
                all.stream()
                        .map(details -> views.row(details, moments, moments.startOfMonth()))
                        .filter(filter::accepts)
                        .toList();
        return new HomePage(
                frame,
                lead(all),
                filter.words(),
                filter.only(),
                chips(rows, filter),
                rows.stream().filter(only(filter.only())).toList(),
                !all.isEmpty(),
                "/live/instances?" + filter.query(filter.only()));
    }

    private String lead(List<InstanceDetails> all) {
        List<InstanceDetails> running =
                all.stream().filter(details -> details.instance().inService()).toList();
        HostReading host = capacity.reading();
        int mib = running.stream().mapToInt(details -> details.allotment().memoryMib()).sum();
        int cpus = running.stream().mapToInt(details -> details.allotment().cpus()).sum();
        String machine =
                "%d vCPU and %s GiB".formatted(host.cpus(), Words.gib((double) host.memoryBytes()));
        return running.isEmpty()
                ? "None running · this machine has " + machine
                : "%d running · may use %d vCPU and %.1f GiB; this machine has %s"
                        .formatted(running.size(), cpus, mib / 1024.0, machine);
    }

    private static List<Chip> chips(List<InstanceRow> rows, Filter filter) {
        return List.of("", "running", "starting", "stopped", "failed").stream()
                .map(only -> chip(only, rows, filter))
                .filter(chip -> chip.count() > 0 || chip.chosen() || chip.word().equals("All"))
                .toList();
    }

    private static Chip chip(String only, List<InstanceRow> rows, Filter filter) {
        Map<String, String> words =
                Map.of(
                        "",
                        "All",
                        "running",
                        "Running",
                        "starting",
                        "In progress",
                        "stopped",
                        "Stopped",
                        "failed",
                        "Failed");
        return new Chip(
                words.getOrDefault(only, "All"),
                rows.stream().filter(only(only)).count(),
                "/?" + filter.query(only),
                filter.only().equals(only));
    }

    private static Predicate<InstanceRow> only(String chosen) {
        return switch (chosen) {
            case "running" -> row -> row.status().tone() == Tone.OK;
            case "starting" -> row -> row.status().tone() == Tone.WAIT;
            case "stopped" -> row -> row.status().tone() == Tone.OFF;
            case "failed" -> row -> row.status().tone() == Tone.BAD;
            default -> _ -> true;
        };
    }
}
