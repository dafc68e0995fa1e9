package dev.moka.hub.console.view;

import java.util.List;

/// What a person sees who opens the JupyterLab of an instance that is not in service.
public record StoppedPage(
        Frame frame,
        String name,
        String path,
        String lab,
        String text,
        boolean canStart,
        boolean starting,
        List<Step> steps,
        String live) {

    public StoppedPage {
        steps = List.copyOf(steps);
    }
}
