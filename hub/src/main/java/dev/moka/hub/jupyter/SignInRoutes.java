package dev.moka.hub.jupyter;

import dev.moka.hub.notebook.InstanceLinks;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Objects;

/// Where the links of `CreatePresignedNotebookInstanceUrl` lead: signs the browser in to that
/// instance and goes on to its JupyterLab.
public final class SignInRoutes implements Routes {
    private final InstanceLinks links;
    private final Callers callers;

    public SignInRoutes(InstanceLinks links, Callers callers) {
        this.links = links;
        this.callers = callers;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/notebook-sign-in", this::signIn);
    }

    private void signIn(Context context) {
        String token = Objects.requireNonNullElse(context.queryParam("authToken"), "");
        InstanceLinks.Redeemed redeemed = links.redeem(token);
        String path = "/notebook/" + redeemed.key();
        callers.beginAtInstance(context, path, redeemed.cookie(), redeemed.life().toSeconds());
        context.redirect(path + "/lab");
    }
}
