package dev.moka.hub.console;

import dev.moka.hub.account.AccessKey;
import dev.moka.hub.account.AccountId;
import dev.moka.hub.account.Roles;
import dev.moka.hub.console.view.ConnectPage;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.util.Optional;

/// Snippets that point AWS clients at this hub.
final class ConnectPages implements Routes {
    private static final String NO_KEY = "your-access-key-id";

    private final Callers callers;
    private final AwsAccess aws;
    private final Frames frames;
    private final Templates templates;

    ConnectPages(Callers callers, AwsAccess aws, Frames frames, Templates templates) {
        this.callers = callers;
        this.aws = aws;
        this.frames = frames;
        this.templates = templates;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/connect", this::connect);
    }

    private void connect(Context context) {
        Caller caller = callers.require(context);
        AccountId account = aws.accounts().of(caller.name()).id();
        Optional<String> key =
                aws.keys().list(caller).stream()
                        .filter(AccessKey::active)
                        .map(AccessKey::id)
                        .findFirst();
        String endpoint = aws.endpoint().apply(host(context));
        String keyId = key.orElse(NO_KEY);
        templates.show(
                context,
                "connect",
                new ConnectPage(
                        frames.of(context, "Connect your tools", Section.OTHER),
                        account.value(),
                        aws.region(),
                        endpoint,
                        Roles.executionRoleArn(account),
                        keyId,
                        key.isPresent(),
                        new Snippets(endpoint, aws.region(), keyId, Roles.executionRoleArn(account))
                                .all()));
    }

    /// The name under which the browser reaches the hub, for AWS clients on the same machine.
    private static String host(Context context) {
        try {
            String host = URI.create(context.url()).getHost();
            return host == null ? "localhost" : host;
        } catch (IllegalArgumentException e) {
            return "localhost";
        }
    }
}
