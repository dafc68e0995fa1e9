package dev.moka.hub.console.view;

import java.util.List;

/// What a person sees instead of a page: what happened, why, and where to go on.
public record ErrorPage(
        Frame frame, String code, String heading, String text, List<Link> links, String requestId) {

    public ErrorPage {
        links = List.copyOf(links);
    }
}
