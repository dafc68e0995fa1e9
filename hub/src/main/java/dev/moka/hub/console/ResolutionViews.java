package dev.moka.hub.console;

import dev.moka.hub.console.view.PackageSetPage.Resolution;
import java.util.List;
import java.util.Optional;

/// A resolution, put into words.
final class ResolutionViews {
    private ResolutionViews() {}

    static Resolution of(Optional<Resolutions.State> state) {
        return state.map(ResolutionViews::of)
                .orElseGet(() ->
                        new Resolution(
                                "not yet; otherwise at the next start of an instance",
                                false,
                                true,
                                "",
                                "",
                                List.of()));
    }

    private static Resolution of(Resolutions.State state) {
        return switch (state) {
            case Resolutions.State.Running(_, var progress) ->
                    new Resolution("", true, false, progress, "", List.of());
            case Resolutions.State.Done(var asked, var packages, var took) ->
                    new Resolution(
                            PackageRows.lead(packages) + " · " + Words.shortTime(took),
                            false,
                            true,
                            "",
                            "",
                            PackageRows.of(asked, packages));
            case Resolutions.State.Failed(var reason) ->
                    new Resolution("failed", false, true, "", reason, List.of());
        };
    }
}
