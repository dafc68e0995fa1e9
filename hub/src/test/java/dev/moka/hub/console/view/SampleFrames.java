package dev.moka.hub.console.view;

import java.util.List;

/// What all sample pages have around them.
///
/// @param name a name that a test can make hostile
record SampleFrames(String name, String theme, Assets assets) {
    Frame frame(String title, Section section) {
        return new Frame(title, section, new Person(name, true), theme, "token", List.of(), assets);
    }
}
