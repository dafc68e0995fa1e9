package dev.moka.hub.console.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One sample of every page, with names that a test can make hostile.
public final class SamplePages {
    private final String name;
    private final SampleFrames samples;

    public SamplePages(String name, String theme, Assets assets) {
        this.name = name;
        this.samples = new SampleFrames(name, theme, assets);
    }

    /// Every page by the name of its template; what stands behind a `#` only tells variants apart.
    public Map<String, Object> all() {
        Map<String, Object> pages = new LinkedHashMap<>();
        Form wrong =
                new Form(
                        Map.of("name", name, "label", name, "packages", name),
                        Map.of("password", "The user name or the password is not right"));
        SampleInstances instances = new SampleInstances(samples);
        SampleInstanceForms forms = new SampleInstanceForms(samples);
        SampleSettings settings = new SampleSettings(samples, instances.jars());
        SampleAdministration administration = new SampleAdministration(samples, instances.rows());
        SampleAccess access = new SampleAccess(samples);
        pages.put("home", instances.home(instances.rows(), true));
        pages.put("home#empty", instances.home(List.of(), false));
        pages.put("instance", instances.instance());
        pages.put("instance#failed", instances.failed());
        pages.put("instance-new", forms.create());
        pages.put("instance-change", forms.change());
        pages.put("confirm", forms.confirm());
        pages.put("lifecycle-configs", settings.configs());
        pages.put("lifecycle-config", settings.config());
        pages.put("package-sets", settings.sets());
        pages.put("package-set", settings.set());
        new SampleObjects(samples).putInto(pages);
        pages.put("account", administration.account());
        pages.put("access-keys", access.accessKeys());
        pages.put("connect", access.connect());
        pages.put("admin-teams", access.teams());
        pages.put("admin", administration.admin());
        pages.put("admin-users", administration.users());
        pages.put("admin-host", administration.host());
        pages.put("stopped", instances.stopped());
        pages.put(
                "sign-in",
                new SignInPage(samples.frame("Sign in", Section.OTHER), wrong, "/", name));
        pages.put(
                "welcome",
                new WelcomePage(
                        samples.frame("Welcome", Section.OTHER),
                        name,
                        "token",
                        "At least 10 characters.",
                        Form.empty()));
        pages.put(
                "error",
                new ErrorPage(
                        samples.frame("Not found", Section.OTHER),
                        "404",
                        "There is nothing here",
                        "There is no notebook instance '" + name + "' that you may use",
                        List.of(
                                new Link("All instances", "/", "primary"),
                                Link.to("Lifecycle configs", "/lifecycle-configs")),
                        "7b0c1f0e-5c0e-4c58-9b3f-2f5b1b5d9a10"));
        return pages;
    }
}
