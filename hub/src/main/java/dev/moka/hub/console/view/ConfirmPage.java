package dev.moka.hub.console.view;

import java.util.List;

/// The question before something is lost: what will be, what stays, and the word to type.
public record ConfirmPage(
        Frame frame,
        List<Link> crumbs,
        String heading,
        String action,
        List<String> names,
        String lossHeading,
        List<String> losses,
        String kept,
        String word,
        String button,
        String back,
        Form form) {

    public ConfirmPage {
        crumbs = List.copyOf(crumbs);
        names = List.copyOf(names);
        losses = List.copyOf(losses);
    }
}
