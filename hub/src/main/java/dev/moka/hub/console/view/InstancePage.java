package dev.moka.hub.console.view;

import java.util.List;

/// All about one notebook instance: how its start goes, its log, its kernels, its packages.
public record InstancePage(
        Frame frame,
        InstanceRow row,
        boolean foreign,
        List<Step> steps,
        String logTitle,
        String logEmpty,
        List<LogLine> log,
        List<KernelRow> kernels,
        List<PackageRow> packages,
        String packagesLead,
        Details details,
        String live) {

    /// What the card beside says.
    public record Details(
            String price,
            String cap,
            String lifecycleConfig,
            String lifecyclePath,
            String packageSet,
            String packagePath,
            String morePackages,
            String created,
            String folder) {}

    public InstancePage {
        steps = List.copyOf(steps);
        log = List.copyOf(log);
        kernels = List.copyOf(kernels);
        packages = List.copyOf(packages);
    }

    /// The same with the lines of its log.
    public InstancePage with(List<LogLine> lines) {
        return new InstancePage(
                frame,
                row,
                foreign,
                steps,
                logTitle,
                logEmpty,
                lines,
                kernels,
                packages,
                packagesLead,
                details,
                live);
    }
}
