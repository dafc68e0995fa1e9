package dev.moka.hub.console;

import dev.moka.hub.account.AccessKey;
import dev.moka.hub.account.AccessKeys;
import dev.moka.hub.account.Account;
import dev.moka.hub.account.AccountId;
import dev.moka.hub.account.NewAccessKey;
import dev.moka.hub.console.view.AccessKeysPage;
import dev.moka.hub.console.view.ConfirmPage;
import dev.moka.hub.console.view.Form;
import dev.moka.hub.console.view.Link;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.console.view.Status;
import dev.moka.hub.console.view.Tone;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A person's access keys: made, disabled, deleted; and the account that they are for.
final class AccessKeyPages implements Routes {
    private static final String LIST = "/access-keys";

    private final Callers callers;
    private final AwsAccess aws;
    private final Frames frames;
    private final Templates templates;
    private final Actions actions;

    AccessKeyPages(
            Callers callers, AwsAccess aws, Frames frames, Templates templates, Actions actions) {
        this.callers = callers;
        this.aws = aws;
        this.frames = frames;
        this.templates = templates;
        this.actions = actions;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(LIST, this::list);
        routes.post(LIST, this::create);
        routes.post(LIST + "/account", this::workIn);
        routes.post(LIST + "/{id}/disable", this::disable);
        routes.post(LIST + "/{id}/enable", this::enable);
        routes.get(LIST + "/{id}/delete", this::askToDelete);
        routes.post(LIST + "/{id}/delete", this::delete);
    }

    private void list(Context context) {
        show(context, callers.require(context), Form.empty(), null);
    }

    /// The secret is in this answer only, so that this one does not redirect.
    private void create(Context context) {
        Caller caller = callers.require(context);
        Fields fields = Fields.of(context, "label");
        Optional<NewAccessKey> made =
                fields.attempt("label", () -> aws.keys().create(caller, fields.value("label")));
        made.ifPresentOrElse(
                key -> show(context, caller, Form.empty(), key),
                () -> show(context.status(400), caller, fields.form(), null));
    }

    private void workIn(Context context) {
        Caller caller = callers.require(context);
        String id = Optional.ofNullable(context.formParam("id")).orElse("");
        actions.perform(
                context,
                LIST,
                "You work in account %s now.".formatted(id),
                () -> aws.teams().workIn(caller, new AccountId(id)));
    }

    private void disable(Context context) {
        Caller caller = callers.require(context);
        String id = context.pathParam("id");
        actions.perform(
                context,
                LIST,
                "The key is disabled. What is signed with it is refused until you enable it.",
                () -> aws.keys().setActive(caller, id, false));
    }

    private void enable(Context context) {
        Caller caller = callers.require(context);
        String id = context.pathParam("id");
        actions.perform(
                context,
                LIST,
                "The key works again.",
                () -> aws.keys().setActive(caller, id, true));
    }

    private void askToDelete(Context context) {
        Caller caller = callers.require(context);
        AccessKey key = key(caller, context.pathParam("id"));
        Moments moments = frames.moments(context);
        templates.show(
                context,
                "confirm",
                new ConfirmPage(
                        frames.of(context, "Delete an access key", Section.OTHER),
                        List.of(Link.to("Access keys", LIST)),
                        "Delete the key “%s”?".formatted(key.label()),
                        LIST + "/" + key.id() + "/delete",
                        List.of(),
                        "What stops working at once:",
                        List.of(
                                "every program that signs with %s; it was last used: %s"
                                        .formatted(key.id(), used(key, moments)),
                                "temporary credentials that were asked for with it"),
                        "Buckets, objects and notebook instances stay. To try what breaks, disable"
                                + " the key first.",
                        "",
                        "Delete key",
                        LIST,
                        Form.empty()));
    }

    private void delete(Context context) {
        Caller caller = callers.require(context);
        String id = context.pathParam("id");
        actions.perform(context, LIST, "The key is deleted.", () -> aws.keys().delete(caller, id));
    }

    private AccessKey key(Caller caller, String id) {
        return aws.keys().list(caller).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new ResourceNotFound("You have no access key '%s'".formatted(id)));
    }

    private void show(Context context, Caller caller, Form form, @Nullable NewAccessKey made) {
        Account account = aws.accounts().of(caller.name());
        List<AccessKey> keys = aws.keys().list(caller);
        Moments moments = frames.moments(context);
        templates.show(
                context,
                "access-keys",
                new AccessKeysPage(
                        frames.of(context, "Access keys", Section.OTHER),
                        account.id().value(),
                        account.team() == null ? null : account.team().value(),
                        aws.accounts().all(caller.name()).stream()
                                .map(a -> choice(a, account))
                                .toList(),
                        form,
                        made == null
                                ? null
                                : new AccessKeysPage.NewKey(made.key().id(), made.secret()),
                        keys.size() >= AccessKeys.MOST,
                        keys.stream().map(key -> row(key, moments)).toList()));
    }

    private static AccessKeysPage.Choice choice(Account account, Account current) {
        String whose = account.team() == null ? "your own" : "team " + account.team();
        return new AccessKeysPage.Choice(
                account.id().value(),
                account.id() + " · " + whose,
                account.id().equals(current.id()));
    }

    private static AccessKeysPage.Row row(AccessKey key, Moments moments) {
        return new AccessKeysPage.Row(
                key.id(),
                LIST + "/" + key.id(),
                key.label(),
                new Status(key.status(), key.active() ? Tone.OK : Tone.OFF, ""),
                key.active(),
                moments.at(key.createdAt()),
                used(key, moments));
    }

    private static String used(AccessKey key, Moments moments) {
        AccessKey.LastUse use = key.lastUse();
        return use == null ? "never" : moments.at(use.at()) + " for " + use.service();
    }
}
