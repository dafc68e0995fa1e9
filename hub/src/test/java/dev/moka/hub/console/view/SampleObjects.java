package dev.moka.hub.console.view;

import java.util.List;
import java.util.Map;

/// Samples of the S3 browser's pages.
final class SampleObjects {
    private final SampleFrames samples;
    private final String name;

    SampleObjects(SampleFrames samples) {
        this.samples = samples;
        this.name = samples.name();
    }

    void putInto(Map<String, Object> pages) {
        pages.put("buckets", buckets());
        pages.put("objects", objects());
        pages.put(
                "object",
                object(
                        new ObjectPage.Preview(
                                List.of(name), List.of(List.of(name)), "", "", name)));
        pages.put(
                "object#text", object(new ObjectPage.Preview(List.of(), List.of(), name, "", "")));
        pages.put("object#none", object(ObjectPage.Preview.none(name)));
    }

    BucketsPage buckets() {
        return new BucketsPage(
                samples.frame("S3", Section.S3),
                "123456789012",
                "us-east-1",
                List.of(new BucketsPage.Row(name, "/s3/x", "default", "1", "2 B", "today")),
                Form.empty());
    }

    ObjectsPage objects() {
        return new ObjectsPage(
                samples.frame("S3", Section.S3),
                List.of(Link.to(name, "/s3/x")),
                name,
                name,
                "/s3/x",
                name,
                name,
                List.of(new ObjectsPage.Column("Name", "/s3/x", "ascending", "")),
                List.of(new ObjectsPage.Row(name, "/v", false, "1 B", "today", "/d", "/r")),
                "1 name",
                "/first",
                "/next",
                "/up",
                "/delete");
    }

    ObjectPage object(ObjectPage.Preview preview) {
        return new ObjectPage(
                samples.frame("S3", Section.S3),
                List.of(Link.to(name, "/s3/x")),
                name,
                name,
                List.of(Map.entry(name, name)),
                preview,
                "/d",
                "/r");
    }
}
