package dev.moka.hub.console.view;

import java.util.List;
import java.util.Map;

/// Samples of the pages about lifecycle configs and package sets.
final class SampleSettings {
    private final SampleFrames samples;
    private final String name;
    private final List<PackageRow> jars;

    SampleSettings(SampleFrames samples, List<PackageRow> jars) {
        this.samples = samples;
        this.name = samples.name();
        this.jars = jars;
    }

    List<ScriptTemplate> templates() {
        return List.of(
                new ScriptTemplate(
                        "clone-course-material",
                        "OnStart",
                        "Copies course material beside what is there, never over it.",
                        "#!/bin/sh\n"),
                new ScriptTemplate(
                        "warm-dependency-cache",
                        "OnCreate",
                        "Fetches libraries before anybody waits for them.",
                        "#!/bin/sh\n"));
    }

    LifecycleConfigsPage configs() {
        return new LifecycleConfigsPage(
                samples.frame("Lifecycle configs", Section.LIFECYCLE_CONFIGS),
                List.of(
                        new LifecycleConfigsPage.Row(
                                name,
                                "/lifecycle-configs/x",
                                "",
                                true,
                                "clones the course",
                                "OnStart",
                                List.of(Link.to(name, "/instances/a/b")),
                                "today, 09:12"),
                        new LifecycleConfigsPage.Row(
                                "maven-settings-mirror",
                                "/lifecycle-configs/y",
                                "shared by admin",
                                false,
                                "",
                                "OnCreate · OnStart",
                                List.of(),
                                "20 Nov")),
                templates());
    }

    LifecycleConfigPage config() {
        return new LifecycleConfigPage(
                samples.frame("Lifecycle config", Section.LIFECYCLE_CONFIGS),
                "New lifecycle config",
                "/lifecycle-configs",
                true,
                true,
                true,
                new Form(
                        Map.of("name", name, "onCreate", "#!/bin/sh\nset -eu\necho " + name + "\n"),
                        Map.of(
                                "onStart",
                                "The OnStart script has 20,000 characters; at most 16,384 are"
                                        + " allowed")),
                List.of(Link.to(name, "/instances/a/b")),
                templates(),
                "5 minutes");
    }

    PackageSetsPage sets() {
        return new PackageSetsPage(
                samples.frame("Package sets", Section.PACKAGE_SETS),
                List.of(
                        new PackageSetsPage.Row(
                                name,
                                "/package-sets/x",
                                "shared",
                                true,
                                List.of(
                                        "tech.tablesaw:tablesaw-core:0.44.4",
                                        "org.knowm.xchart:xchart:4.0.3"),
                                List.of(Link.to(name, "/instances/a/b")),
                                "today, 09:12")));
    }

    PackageSetPage set() {
        return new PackageSetPage(
                samples.frame("Package set", Section.PACKAGE_SETS),
                name,
                "/package-sets/x",
                false,
                true,
                true,
                Form.of(Map.of("coordinates", "tech.tablesaw:tablesaw-core:0.44.4\n" + name)),
                List.of(
                        new PackageSetPage.LineError(
                                2, "'" + name + "' is not a Maven coordinate")),
                "2 packages",
                List.of(Link.to(name, "/instances/a/b")),
                new PackageSetPage.Resolution(
                        "3 jars · 4.1 MB · 2 s",
                        true,
                        true,
                        "downloading " + name,
                        "Could not find " + name,
                        jars),
                "");
    }
}
