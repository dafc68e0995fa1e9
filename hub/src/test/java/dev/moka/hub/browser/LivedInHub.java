package dev.moka.hub.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

/// Fills a fresh hub by its pages with what a hub has after a while: configs, sets, instances in
/// several states, users.
final class LivedInHub {
    private final Page page;

    LivedInHub(Page page) {
        this.page = page;
    }

    /// Answers the one-time link of a user who has not used it.
    String prepare() {
        config("course-material", "echo cloning the course; echo 35 notebooks are there");
        config(
                "broken-mirror",
                "echo trying the mirror; echo 'mvn: command not found' >&2; exit 127");
        config(
                "slow-course",
                "i=0; while [ $i -lt 100 ]; do i=$((i+1)); echo part $i; sleep 0.5; done");
        packageSet();
        instance("fraud-exploration", "ml.t3.medium", "course-material");
        instance("deepar-grid", "ml.m5.xlarge", "");
        instance("images", "ml.c5.2xlarge", "broken-mirror");
        instance("churn", "ml.t3.large", "course-material");
        page.getByText("Stop").click();
        status("Stopped");
        return user("learner-07");
    }

    private void config(String name, String script) {
        page.navigate("/lifecycle-configs/new");
        page.getByLabel("Name").fill(name);
        page.getByLabel("OnStart").fill("#!/bin/sh\nset -eu\n" + script + "\n");
        page.locator("button.primary").click();
        assertThat(page.locator("#flashes")).containsText("Created");
    }

    private void packageSet() {
        page.navigate("/package-sets/new?example=tablesaw");
        page.locator("button.primary").click();
        assertThat(page.locator("#flashes")).containsText("Saved");
    }

    private void instance(String name, String type, String config) {
        begin(name, type, config);
        status(config.equals("broken-mirror") ? "Failed" : "InService");
    }

    /// Creates an instance and sees its page.
    void begin(String name, String type, String config) {
        page.navigate("/instances/new");
        page.getByLabel("Name").fill(name);
        page.locator(".type")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(page.locator("input[value='" + type + "']")))
                .click();
        page.getByLabel("Lifecycle config").selectOption(config);
        page.getByText("Create and start").click();
        page.waitForURL("**/instances/admin/" + name);
    }

    private void status(String word) {
        assertThat(page.locator("#head .status"))
                .hasText(word, new LocatorAssertions.HasTextOptions().setTimeout(30_000));
    }

    private String user(String name) {
        page.navigate("/admin/users");
        page.getByLabel("User name").fill(name);
        page.getByText("Add user").click();
        return page.locator("#secret").textContent().strip();
    }
}
