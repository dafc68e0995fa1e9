package dev.moka.hub.console.view;

import dev.moka.hub.console.view.InstanceRow.Can;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One sample of every page, with names that a test can make hostile.
public final class SamplePages {
    private final String name;
    private final String theme;
    private final Assets assets;

    public SamplePages(String name, String theme, Assets assets) {
        this.name = name;
        this.theme = theme;
        this.assets = assets;
    }

    /// Every page by the name of its template; what stands behind a `#` only tells variants apart.
    public Map<String, Object> all() {
        Map<String, Object> pages = new LinkedHashMap<>();
        Form wrong =
                new Form(
                        Map.of("name", name, "label", name, "packages", name),
                        Map.of("password", "The user name or the password is not right"));
        pages.put("home", home(rows(), true));
        pages.put("home#empty", home(List.of(), false));
        pages.put("instance", instance());
        pages.put("instance#failed", failed());
        pages.put("instance-new", create());
        pages.put("instance-change", change());
        pages.put("confirm", confirm());
        pages.put("lifecycle-configs", configs());
        pages.put("lifecycle-config", config());
        pages.put("package-sets", sets());
        pages.put("package-set", set());
        pages.put("account", account());
        pages.put("access-keys", accessKeys());
        pages.put("connect", connect());
        pages.put("admin-teams", teams());
        pages.put("admin", admin());
        pages.put("admin-users", users());
        pages.put("admin-host", host());
        pages.put("stopped", stopped());
        pages.put("sign-in", new SignInPage(frame("Sign in", Section.OTHER), wrong, "/", name));
        pages.put(
                "welcome",
                new WelcomePage(
                        frame("Welcome", Section.OTHER),
                        name,
                        "token",
                        "At least 10 characters.",
                        Form.empty()));
        pages.put(
                "error",
                new ErrorPage(
                        frame("Not found", Section.OTHER),
                        "404",
                        "There is nothing here",
                        "There is no notebook instance '" + name + "' that you may use",
                        List.of(
                                new Link("All instances", "/", "primary"),
                                Link.to("Lifecycle configs", "/lifecycle-configs")),
                        "7b0c1f0e-5c0e-4c58-9b3f-2f5b1b5d9a10"));
        return pages;
    }

    private Frame frame(String title, Section section) {
        return new Frame(title, section, new Person(name, true), theme, "token", List.of(), assets);
    }

    private InstanceRow row(String instance, Status status, Can can, @Nullable Gauge memory) {
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

    private List<InstanceRow> rows() {
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

    private HomePage home(List<InstanceRow> rows, boolean any) {
        return new HomePage(
                frame("Notebook instances", Section.NOTEBOOKS),
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

    private InstancePage instance() {
        return page(
                rows().get(2),
                List.of(
                        new Step("Capacity", Step.State.DONE, 100, "at once"),
                        new Step("Packages", Step.State.DONE, 100, "31 jars · 1.2 s"),
                        new Step("OnCreate", Step.State.DONE, 100, "0.4 s"),
                        new Step("OnStart", Step.State.RUNNING, 40, "12 of 300 s"),
                        new Step("Ready", Step.State.TODO, 0, "")));
    }

    private InstancePage failed() {
        return page(
                rows().get(4),
                List.of(
                        new Step("Capacity", Step.State.DONE, 100, "at once"),
                        new Step("Packages", Step.State.DONE, 100, "none"),
                        new Step("OnCreate", Step.State.DONE, 100, "done before"),
                        new Step("OnStart", Step.State.FAILED, 100, "failed after 3 s"),
                        new Step("Ready", Step.State.TODO, 0, "")));
    }

    private InstancePage page(InstanceRow row, List<Step> steps) {
        return new InstancePage(
                frame(row.name(), Section.NOTEBOOKS),
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

    private List<PackageRow> jars() {
        return List.of(
                new PackageRow("tech.tablesaw", "tablesaw-core", "0.44.4", "1.2 MB", true),
                new PackageRow("org.knowm.xchart", "xchart", "4.0.3", "0.9 MB", true),
                new PackageRow("it.unimi.dsi", "fastutil-core", "8.5.15", "2.0 MB", false));
    }

    private List<TypeFamily> families() {
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

    private List<Choice> choices() {
        return List.of(new Choice("", "None", false), new Choice("x", name, true));
    }

    private CreateInstancePage create() {
        return new CreateInstancePage(
                frame("Create notebook instance", Section.NOTEBOOKS),
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

    private ChangeInstancePage change() {
        return new ChangeInstancePage(
                frame("Change", Section.NOTEBOOKS),
                name,
                "/instances/a/b",
                Form.of(Map.of("packages", name)),
                families(),
                choices(),
                choices());
    }

    private ConfirmPage confirm() {
        return new ConfirmPage(
                frame("Delete", Section.NOTEBOOKS),
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

    private List<ScriptTemplate> templates() {
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

    private LifecycleConfigsPage configs() {
        return new LifecycleConfigsPage(
                frame("Lifecycle configs", Section.LIFECYCLE_CONFIGS),
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

    private LifecycleConfigPage config() {
        return new LifecycleConfigPage(
                frame("Lifecycle config", Section.LIFECYCLE_CONFIGS),
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

    private PackageSetsPage sets() {
        return new PackageSetsPage(
                frame("Package sets", Section.PACKAGE_SETS),
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

    private PackageSetPage set() {
        return new PackageSetPage(
                frame("Package set", Section.PACKAGE_SETS),
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
                        jars()),
                "");
    }

    private AccountPage account() {
        return new AccountPage(
                frame("Account", Section.OTHER),
                name,
                "administrator",
                "At least 10 characters.",
                Form.empty(),
                "mk_0aZkP2l0v8WgGkXo7y3n1u5c9d4b6e8f",
                List.of(new AccountPage.Token("0aZkP2l0v8Wg", name, "20 Nov", "never")),
                List.of(
                        new AccountPage.Browser(
                                "a", "Chrome on Linux", "127.0.0.1", "today, 09:12", "now", true),
                        new AccountPage.Browser(
                                "b", name, "10.0.0.7", "20 Nov", "yesterday, 18:02", false)));
    }

    private AccessKeysPage accessKeys() {
        return new AccessKeysPage(
                frame("Access keys", Section.OTHER),
                "123456789012",
                name,
                List.of(
                        new AccessKeysPage.Choice("123456789012", name, true),
                        new AccessKeysPage.Choice("210987654321", "your own", false)),
                new Form(Map.of("label", name), Map.of("label", name)),
                new AccessKeysPage.NewKey("AKIAABCDEFGHIJKLMNOP", "secret/of+forty/characters"),
                false,
                List.of(
                        new AccessKeysPage.Row(
                                "AKIAABCDEFGHIJKLMNOP",
                                "/access-keys/AKIAABCDEFGHIJKLMNOP",
                                name,
                                new Status("Active", Tone.OK, ""),
                                true,
                                "20 Nov",
                                "today, 09:12 for s3")));
    }

    private ConnectPage connect() {
        return new ConnectPage(
                frame("Connect your tools", Section.OTHER),
                "123456789012",
                "us-east-1",
                "http://127.0.0.1:8889",
                "arn:aws:iam::123456789012:role/service-role/" + name,
                "AKIAABCDEFGHIJKLMNOP",
                true,
                List.of(new ConnectPage.Snippet("boto3", "boto3", name, "import boto3\n" + name)));
    }

    private TeamsPage teams() {
        return new TeamsPage(
                frame("Teams", Section.ADMIN),
                "1 team",
                new Form(Map.of("name", name), Map.of("name", name)),
                List.of(
                        new TeamsPage.Row(
                                "fraud", "/admin/teams/fraud", "123456789012", List.of(name))),
                List.of(name, "ada"));
    }

    private List<Tile> tiles() {
        return List.of(
                new Tile("Running", "2", null, "of 5 instances · 1 starting"),
                new Tile("Memory", "15.7 of 23.0 GiB", new Gauge(Tone.INFO, 68, ""), ""),
                new Tile("CPU now", "37 %", null, "of 2 CPUs, over the last minute"),
                new Tile("Today at list price", "$38.20", null, "this month $612.10"));
    }

    private AdminPage admin() {
        return new AdminPage(
                frame("Instances", Section.ADMIN),
                "host moka-1 · limits are JVM flags, not a sandbox",
                tiles(),
                "",
                "user",
                List.of(
                        new AdminPage.Column("User", "", "/admin?sort=user", "ascending"),
                        new AdminPage.Column("Instance", "", "/admin?sort=name", null),
                        new AdminPage.Column("Status", "", "/admin?sort=status", null),
                        new AdminPage.Column("Type", "", "/admin?sort=type", null),
                        new AdminPage.Column("Kernels", "number", "/admin?sort=kernels", null),
                        new AdminPage.Column("Memory", "", "/admin?sort=memory", null),
                        new AdminPage.Column("Running for", "number", "/admin?sort=running", null),
                        new AdminPage.Column("Today", "number", "/admin?sort=today", null)),
                rows(),
                "");
    }

    private UsersPage users() {
        return new UsersPage(
                frame("Users", Section.ADMIN),
                "3 users · 1 administrator",
                new UsersPage.NewLink(
                        name,
                        "http://127.0.0.1:8686/welcome?token=0aZkP2l0v8WgGkXo7y3n1u5c9d4b6e8f",
                        "tomorrow, 09:12"),
                Form.empty(),
                List.of(
                        new UsersPage.Row(
                                "admin",
                                "/admin/users/admin",
                                new Status("Active", Tone.OK, ""),
                                "administrator",
                                true,
                                false,
                                true,
                                "Reset password",
                                "1",
                                "$0.17",
                                "20 Nov"),
                        new UsersPage.Row(
                                name,
                                "/admin/users/x",
                                new Status("Invited", Tone.WAIT, "has no password yet"),
                                "user",
                                false,
                                false,
                                false,
                                "New link",
                                "–",
                                "$0.00",
                                "today, 09:12"),
                        new UsersPage.Row(
                                "learner-03",
                                "/admin/users/y",
                                new Status("Disabled", Tone.OFF, ""),
                                "user",
                                false,
                                true,
                                false,
                                "Reset password",
                                "2",
                                "$0.02",
                                "20 Nov")));
    }

    private HostPage host() {
        return new HostPage(
                frame("Host", Section.ADMIN),
                "moka-1 · Linux · Java 25",
                tiles(),
                List.of(
                        new HostPage.Limit(
                                "Memory",
                                new Status("JVM flags", Tone.WAIT, ""),
                                "The heap of each kernel is limited by -Xmx. Native memory and"
                                        + " other processes are not."),
                        new HostPage.Limit(
                                "Network",
                                new Status("not enforced", Tone.BAD, ""),
                                "Kernels reach everything that the hub's user reaches.")));
    }

    private StoppedPage stopped() {
        return new StoppedPage(
                frame("Stopped", Section.NOTEBOOKS),
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
