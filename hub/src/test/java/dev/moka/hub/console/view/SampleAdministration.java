package dev.moka.hub.console.view;

import java.util.List;

/// Samples of the pages for administrators, and of the account.
final class SampleAdministration {
    private final SampleFrames samples;
    private final String name;
    private final List<InstanceRow> rows;

    SampleAdministration(SampleFrames samples, List<InstanceRow> rows) {
        this.samples = samples;
        this.name = samples.name();
        this.rows = rows;
    }

    AccountPage account() {
        return new AccountPage(
                samples.frame("Account", Section.OTHER),
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

    List<Tile> tiles() {
        return List.of(
                new Tile("Running", "2", null, "of 5 instances · 1 starting"),
                new Tile("Memory", "15.7 of 23.0 GiB", new Gauge(Tone.INFO, 68, ""), ""),
                new Tile("CPU now", "37 %", null, "of 2 CPUs, over the last minute"),
                new Tile("Today at list price", "$38.20", null, "this month $612.10"));
    }

    AdminPage admin() {
        return new AdminPage(
                samples.frame("Instances", Section.ADMIN),
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
                rows,
                "");
    }

    UsersPage users() {
        return new UsersPage(
                samples.frame("Users", Section.ADMIN),
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

    HostPage host() {
        return new HostPage(
                samples.frame("Host", Section.ADMIN),
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
}
