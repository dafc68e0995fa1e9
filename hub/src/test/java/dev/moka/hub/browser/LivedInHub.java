package dev.moka.hub.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Fills a fresh hub by its pages with what a hub has after a while: configs, sets, instances in
/// several states, users.
final class LivedInHub {
    static final String BUCKET = "course-data";
    private static final int MANY_ROWS = 500;

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
        objects();
        team();
        return user("learner-07");
    }

    private void team() {
        page.navigate("/admin/teams");
        page.getByLabel("Team name").fill("fraud");
        page.getByText("Add team").click();
        page.getByText("Add to team").click();
        assertThat(page.getByLabel("Remove admin from fraud")).isVisible();
    }

    private void objects() {
        page.navigate("/s3");
        page.getByLabel("Name").fill(BUCKET);
        page.getByText("Create bucket").click();
        page.navigate("/s3/" + BUCKET + "?prefix=data%2Fraw%2F");
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload[] {
                            new FilePayload("table.csv", "text/csv", table()),
                            new FilePayload(
                                    "model.json",
                                    "application/json",
                                    "{\"algorithm\":\"knn\",\"k\":10,\"weights\":[0.25,-1.5,3e-7]}"
                                            .getBytes(US_ASCII)),
                            new FilePayload("chart.png", "image/png", chart()),
                            new FilePayload(
                                    "part-0.pbr",
                                    "application/x-recordio-protobuf",
                                    new byte[] {0x0a, 0x23, (byte) 0xd7, (byte) 0xce, 0, 0, 0, 0})
                        });
        assertThat(page.locator("tbody tr")).hasCount(4);
    }

    private static byte[] table() {
        StringBuilder table =
                new StringBuilder("x1,x2,x3,a column with quite a long name,comment,y\n");
        for (int i = 0; i < MANY_ROWS; i++) {
            table.append(i)
                    .append(",0.")
                    .append(i)
                    .append(",-1.5e-7,123456789.123456789,\"some text, with a comma\",")
                    .append(i % 2)
                    .append('\n');
        }
        return table.toString().getBytes(US_ASCII);
    }

    private static byte[] chart() {
        BufferedImage image = new BufferedImage(1600, 500, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, x * y);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
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
