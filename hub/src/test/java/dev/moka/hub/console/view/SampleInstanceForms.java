package dev.moka.hub.console.view;

import java.util.List;
import java.util.Map;

/// Samples of the pages on which instances are made, changed and deleted.
final class SampleInstanceForms {
    private final SampleFrames samples;
    private final String name;

    SampleInstanceForms(SampleFrames samples) {
        this.samples = samples;
        this.name = samples.name();
    }

    List<TypeFamily> families() {
        return List.of(
                new TypeFamily(
                        "Standard",
                        List.of(
                                new TypeFamily.Option(
                                        "ml.t3.medium", "2", "4", "$0.05 / h", "", false, true),
                                new TypeFamily.Option(
                                        "ml.t3.large", "2", "8", "$0.10 / h", "", false, false),
                                new TypeFamily.Option(
                                        "ml.m5.xlarge",
                                        "4",
                                        "16",
                                        "$0.23 / h",
                                        "gets 2 vCPU here",
                                        true,
                                        false),
                                new TypeFamily.Option(
                                        "ml.m5.24xlarge",
                                        "96",
                                        "384",
                                        "$5.53 / h",
                                        "gets 2 vCPU, 23 GiB here",
                                        true,
                                        false))),
                new TypeFamily(
                        "Compute optimised",
                        List.of(
                                new TypeFamily.Option(
                                        "ml.c5.xlarge",
                                        "4",
                                        "8",
                                        "$0.20 / h",
                                        "gets 2 vCPU here",
                                        true,
                                        false),
                                new TypeFamily.Option(
                                        "ml.c5.2xlarge",
                                        "8",
                                        "16",
                                        "$0.41 / h",
                                        "gets 2 vCPU here",
                                        true,
                                        false))));
    }

    List<Choice> choices() {
        return List.of(new Choice("", "None", false), new Choice("x", name, true));
    }

    CreateInstancePage create() {
        return new CreateInstancePage(
                samples.frame("Create notebook instance", Section.NOTEBOOKS),
                new Form(Map.of("name", name, "packages", ""), Map.of()),
                false,
                List.of("notebook-1", "penguins"),
                families(),
                choices(),
                choices(),
                new CreateInstancePage.Summary(
                        "ml.m5.xlarge",
                        "4 vCPU · 16 GiB",
                        "2 vCPU · 16 GiB",
                        "$0.23",
                        "$1.84 for a day of 8 hours; nothing while stopped",
                        List.of(
                                "ml.m5.xlarge has 4 vCPUs and this machine 2; the instance gets"
                                        + " 2")),
                "This machine has 2 CPUs and 23 GiB. Larger types start too, with what is there.");
    }

    ChangeInstancePage change() {
        return new ChangeInstancePage(
                samples.frame("Change", Section.NOTEBOOKS),
                name,
                "/instances/a/b",
                Form.of(Map.of("packages", name)),
                families(),
                choices(),
                choices());
    }

    ConfirmPage confirm() {
        return new ConfirmPage(
                samples.frame("Delete", Section.NOTEBOOKS),
                List.of(Link.to("Notebook instances", "/"), Link.to(name, "/instances/a/b")),
                "Delete " + name,
                "/instances/a/b/delete",
                List.of(name),
                "These will be gone:",
                List.of(
                        "17 files, 3.4 MB, among them 01-ten-minutes-with-java.ipynb and " + name,
                        "the logs of 3 starts"),
                "The files go to the trash folder of the hub, from where an administrator can bring"
                        + " them back.",
                name,
                "Delete instance",
                "/instances/a/b",
                new Form(Map.of("confirm", name), Map.of("confirm", "That is not the name.")));
    }
}
