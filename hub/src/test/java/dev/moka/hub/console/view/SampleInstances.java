package dev.moka.hub.console.view;

import dev.moka.hub.console.view.InstanceRow.Can;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Samples of the pages about notebook instances.
final class SampleInstances {
    private final SampleFrames samples;
    private final String name;

    SampleInstances(SampleFrames samples) {
        this.samples = samples;
        this.name = samples.name();
    }

    InstanceRow row(String instance, Status status, Can can, @Nullable Gauge memory) {
        String path = "/instances/learner-07/" + Integer.toHexString(instance.hashCode());
        return new InstanceRow(
                name,
                instance,
                path,
                "/notebook/learner-07/x/lab",
                "warm-dependency-cache · tablesaw",
                status,
                can,
                "ml.m5.xlarge",
                "4 vCPU · 16 GiB",
                memory,
                "2",
                memory == null ? "" : "3 h 20 min",
                "$0.17");
    }

    List<InstanceRow> rows() {
        Can open = new Can(true, false, true, false, false, false);
        Can pending = new Can(false, false, false, true, false, false);
        Can stopped = new Can(false, true, false, false, true, true);
        return List.of(
                row(
                        name,
                        new Status("InService", Tone.OK, "since 09:12"),
                        open,
                        Gauge.use(0.6, 4, "0.6 of 4.0 GiB")),
                row(
                        "deepar-grid",
                        new Status("InService", Tone.OK, "since yesterday, 18:02"),
                        open,
                        Gauge.use(15.1, 16, "15.1 of 16.0 GiB")),
                row(
                        "forecast-q4",
                        new Status("Pending", Tone.WAIT, "OnStart running · 12 of 300 s"),
                        pending,
                        null),
                row(
                        "churn",
                        new Status("Stopped", Tone.OFF, "since yesterday, 18:40"),
                        stopped,
                        null),
                row(
                        "images",
                        new Status(
                                "Failed",
                                Tone.BAD,
                                "OnStart ended with 7: “mvn: command not found”, line 14"),
                        stopped,
                        null));
    }

    HomePage home(List<InstanceRow> rows, boolean any) {
        return new HomePage(
                samples.frame("Notebook instances", Section.NOTEBOOKS),
                any ? "1 running · uses 2 of this machine’s 8 vCPU and 4 of 32 GiB" : "None yet",
                "",
                "",
                List.of(
                        new Chip("All", 5, "/", true),
                        new Chip("Running", 2, "/?only=running", false),
                        new Chip("Failed", 1, "/?only=failed", false)),
                rows,
                any,
                "");
    }

    InstancePage instance() {
        return page(
                rows().get(2),
                List.of(
                        new Step("Capacity", Step.State.DONE, 100, "at once"),
                        new Step("Packages", Step.State.DONE, 100, "31 jars · 1.2 s"),
                        new Step("OnCreate", Step.State.DONE, 100, "0.4 s"),
                        new Step("OnStart", Step.State.RUNNING, 40, "12 of 300 s"),
                        new Step("Ready", Step.State.NOT_STARTED, 0, "")));
    }

    InstancePage failed() {
        return page(
                rows().get(4),
                List.of(
                        new Step("Capacity", Step.State.DONE, 100, "at once"),
                        new Step("Packages", Step.State.DONE, 100, "none"),
                        new Step("OnCreate", Step.State.DONE, 100, "done before"),
                        new Step("OnStart", Step.State.FAILED, 100, "failed after 3 s"),
                        new Step("Ready", Step.State.NOT_STARTED, 0, "")));
    }

    InstancePage page(InstanceRow row, List<Step> steps) {
        return new InstancePage(
                samples.frame(row.name(), Section.NOTEBOOKS),
                row,
                true,
                steps,
                "Log of start 3",
                "Nothing has been written yet.",
                List.of(
                        new LogLine(
                                "09:31:01.002",
                                LogLine.Kind.STEP,
                                "Capacity: ml.m5.xlarge, 4 CPUs"),
                        new LogLine(
                                "09:31:02.114",
                                LogLine.Kind.OUT,
                                "cloning /srv/content/java-ml-course into ~/course"),
                        new LogLine(
                                "09:31:02.390",
                                LogLine.Kind.OUT,
                                "snapshot 2026-11-20, <span class=\"a32\">35 notebooks</span>"),
                        new LogLine(
                                "09:31:03.022",
                                LogLine.Kind.ERR,
                                "note: the script had Windows line ends (CRLF); they were"
                                        + " converted"),
                        new LogLine(
                                "09:31:03.540",
                                LogLine.Kind.OUT,
                                "warming the dependency cache:"
                                        + " tech.tablesaw:tablesaw-core:0.44.4 …")),
                List.of(
                        new KernelRow(
                                name + ".ipynb",
                                "Java",
                                new Status("busy", Tone.WAIT, ""),
                                Gauge.use(0.3, 4, "0.3 GiB"),
                                "now"),
                        new KernelRow(
                                "01-ten-minutes-with-java.ipynb",
                                "Java",
                                new Status("idle", Tone.OK, ""),
                                Gauge.use(0.2, 4, "0.2 GiB"),
                                "4 min ago")),
                jars(),
                "3 jars · 4.1 MB · locked",
                new InstancePage.Details(
                        "$0.23 an hour",
                        "Gets 2 vCPU and 8 GiB of this machine",
                        name,
                        "/lifecycle-configs/x",
                        "tablesaw",
                        "/package-sets/x",
                        "and 1 more",
                        "20 Nov 2026",
                        "~/.moka/instances/learner-07/forecast-q4/work"),
                "");
    }

    List<PackageRow> jars() {
        return List.of(
                new PackageRow("tech.tablesaw", "tablesaw-core", "0.44.4", "1.2 MB", true),
                new PackageRow("org.knowm.xchart", "xchart", "4.0.3", "0.9 MB", true),
                new PackageRow("it.unimi.dsi", "fastutil-core", "8.5.15", "2.0 MB", false));
    }

    StoppedPage stopped() {
        return new StoppedPage(
                samples.frame("Stopped", Section.NOTEBOOKS),
                name,
                "/instances/a/b",
                "/notebook/a/b/lab",
                "This notebook instance is stopped. Its files are all there.",
                true,
                true,
                instance().steps(),
                "");
    }
}
