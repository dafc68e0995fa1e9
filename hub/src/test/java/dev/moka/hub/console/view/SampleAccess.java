package dev.moka.hub.console.view;

import java.util.List;
import java.util.Map;

/// Samples of the pages about access from outside: keys, tools, teams.
final class SampleAccess {
    private final SampleFrames samples;
    private final String name;

    SampleAccess(SampleFrames samples) {
        this.samples = samples;
        this.name = samples.name();
    }

    AccessKeysPage accessKeys() {
        return new AccessKeysPage(
                samples.frame("Access keys", Section.OTHER),
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

    ConnectPage connect() {
        return new ConnectPage(
                samples.frame("Connect your tools", Section.OTHER),
                "123456789012",
                "us-east-1",
                "http://127.0.0.1:8889",
                "arn:aws:iam::123456789012:role/service-role/" + name,
                "AKIAABCDEFGHIJKLMNOP",
                true,
                List.of(new ConnectPage.Snippet("boto3", "boto3", name, "import boto3\n" + name)));
    }

    TeamsPage teams() {
        return new TeamsPage(
                samples.frame("Teams", Section.ADMIN),
                "1 team",
                new Form(Map.of("name", name), Map.of("name", name)),
                List.of(
                        new TeamsPage.Row(
                                "fraud", "/admin/teams/fraud", "123456789012", List.of(name))),
                List.of(name, "ada"));
    }
}
