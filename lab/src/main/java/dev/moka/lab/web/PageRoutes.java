package dev.moka.lab.web;

import dev.moka.lab.site.Lab;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Objects;

/// The JupyterLab page.
final class PageRoutes implements LabRoutes {
    @Override
    public void mount(LabRouter router) {
        router.get("/", PageRoutes::home);
        for (String mode : new String[] {"/lab", "/doc"}) {
            router.get(mode, PageRoutes::page);
            router.get(mode + "/tree", PageRoutes::page);
            router.get(mode + "/tree/<path>", PageRoutes::page);
            router.get(mode + "/workspaces/{workspace}", PageRoutes::page);
            router.get(mode + "/workspaces/{workspace}/tree/<path>", PageRoutes::page);
        }
    }

    private static void home(Context context, Lab lab) {
        context.redirect(lab.settings().baseUrl() + "lab");
    }

    private static void page(Context context, Lab lab) throws IOException {
        String base = lab.settings().baseUrl();
        String mode =
                context.path().startsWith(base + "doc") ? "single-document" : "multiple-document";
        String workspace =
                Objects.requireNonNullElse(context.pathParamMap().get("workspace"), "default");
        String config =
                PageConfig.of(lab, mode, workspace, Requests.path(context).toString()).toString();
        SecurityHeaders.page(context);
        context.header("Cache-Control", "no-store")
                .html(
                        Template.named("lab.html")
                                .with("title", Template.escaped(lab.settings().page().appName()))
                                .with("config", Template.scriptSafe(config))
                                .with("base", Template.escaped(base))
                                .with("preloads", Preloads.links(lab))
                                .with("main", Template.escaped(lab.assets().mainScript()))
                                .text());
    }
}
