package dev.moka.hub.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An element of an XML document that was read.
final class Element {
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<Element> children = new ArrayList<>();

    Element(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(Element child) {
        children.add(child);
    }

    void add(String characters) {
        text.append(characters);
    }

    List<Element> children() {
        return children;
    }

    List<Element> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    Optional<Element> child(String childName) {
        return all(childName).stream().findFirst();
    }

    /// The text of a child, as it was written.
    Optional<String> text(String childName) {
        return child(childName).map(Element::text);
    }

    List<String> texts(String childName) {
        return all(childName).stream().map(Element::text).toList();
    }

    /// The text of a child that must be there.
    String require(String childName) {
        return text(childName).orElseThrow(S3Errors::malformedXml);
    }

    String text() {
        return text.toString();
    }
}
