package dev.moka.hub.console;

import dev.moka.hub.console.view.Form;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.console.view.Status;
import dev.moka.hub.console.view.Tone;
import dev.moka.hub.console.view.UsersPage;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.OneTimeLink;
import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.User;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.identity.Users;
import dev.moka.hub.metering.Metering;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The people who may sign in, for administrators: made, disabled, enabled, reset.
final class UserPages implements Routes {
    private static final String LIST = "/admin/users";

    private final Callers callers;
    private final Users users;
    private final NotebookInstances instances;
    private final Metering metering;
    private final Supplier<String> address;
    private final Frames frames;
    private final Templates templates;
    private final Actions actions;

    UserPages(
            Callers callers,
            Users users,
            NotebookInstances instances,
            Metering metering,
            Supplier<String> address,
            Frames frames,
            Templates templates,
            Actions actions) {
        this.callers = callers;
        this.users = users;
        this.instances = instances;
        this.metering = metering;
        this.address = address;
        this.frames = frames;
        this.templates = templates;
        this.actions = actions;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(LIST, this::list);
        routes.post(LIST, this::create);
        routes.post(LIST + "/{name}/link", this::link);
        routes.post(LIST + "/{name}/enable", this::enable);
        routes.post(LIST + "/{name}/disable", this::disable);
        routes.post(LIST + "/{name}/role", this::changeRole);
    }

    private void list(Context context) {
        Caller caller = callers.require(context);
        show(context, caller, Form.empty(), null);
    }

    /// The link is in this answer only, so that this one does not redirect.
    private void create(Context context) {
        Caller caller = callers.require(context);
        Fields fields = Fields.of(context, "name", "role");
        Optional<UserName> name = fields.read("name", value -> new UserName(value.strip()));
        Role role = fields.value("role").equals("ADMIN") ? Role.ADMIN : Role.USER;
        Optional<OneTimeLink> link =
                fields.attempt("name", () -> users.create(caller, name.orElseThrow(), role));
        link.ifPresentOrElse(
                made -> show(context, caller, Form.empty(), made),
                () -> show(context.status(400), caller, fields.form(), null));
    }

    private void link(Context context) {
        Caller caller = callers.require(context);
        OneTimeLink link = users.reset(caller, name(context));
        show(context, caller, Form.empty(), link);
    }

    private void enable(Context context) {
        Caller caller = callers.require(context);
        UserName name = name(context);
        actions.perform(
                context, LIST, name + " may sign in again.", () -> users.enable(caller, name));
    }

    private void disable(Context context) {
        Caller caller = callers.require(context);
        UserName name = name(context);
        actions.perform(
                context,
                LIST,
                name + " is signed out everywhere and can’t sign in. Their instances stay.",
                () -> users.disable(caller, name));
    }

    private void changeRole(Context context) {
        Caller caller = callers.require(context);
        UserName name = name(context);
        Role role = "ADMIN".equals(context.formParam("role")) ? Role.ADMIN : Role.USER;
        String said =
                role == Role.ADMIN ? " is an administrator now." : " is an ordinary user now.";
        actions.perform(context, LIST, name + said, () -> users.changeRole(caller, name, role));
    }

    private void show(Context context, Caller caller, Form form, @Nullable OneTimeLink link) {
        List<User> all = users.list(caller);
        Moments moments = frames.moments(context);
        Map<UserName, Long> owned =
                instances.listAll(caller).stream()
                        .collect(
                                Collectors.groupingBy(
                                        details -> details.instance().key().owner(),
                                        Collectors.counting()));
        long admins = all.stream().filter(User::isAdmin).count();
        templates.show(
                context,
                "admin-users",
                new UsersPage(
                        frames.of(context, "Users", Section.ADMIN),
                        Words.count(all.size(), "user")
                                + " · "
                                + Words.count(admins, "administrator"),
                        link == null ? null : link(link, moments),
                        form,
                        all.stream().map(user -> row(user, caller, owned, moments)).toList()));
    }

    private UsersPage.NewLink link(OneTimeLink link, Moments moments) {
        return new UsersPage.NewLink(
                link.user().value(), address.get() + link.path(), moments.at(link.expiresAt()));
    }

    private UsersPage.Row row(
            User user, Caller caller, Map<UserName, Long> owned, Moments moments) {
        long count = owned.getOrDefault(user.name(), 0L);
        return new UsersPage.Row(
                user.name().value(),
                LIST + "/" + user.name(),
                status(user),
                user.isAdmin() ? "administrator" : "user",
                user.isAdmin(),
                user.disabled(),
                user.name().equals(caller.name()),
                user.hasPassword() ? "Reset password" : "New link",
                count == 0 ? "–" : String.valueOf(count),
                Words.usd(
                        metering.ofOwner(user.name().value(), moments.startOfMonth(), moments.now())
                                .usd()),
                moments.at(user.createdAt()));
    }

    private static Status status(User user) {
        if (user.disabled()) {
            return new Status("Disabled", Tone.OFF, "");
        }
        return user.hasPassword()
                ? new Status("Active", Tone.OK, "")
                : new Status("Invited", Tone.WAIT, "has no password yet");
    }

    private static UserName name(Context context) {
        return new UserName(context.pathParam("name"));
    }
}
