package dev.moka.packages.ivy;

import dev.moka.packages.Coordinate;
import dev.moka.packages.Digests;
import dev.moka.packages.Progress;
import dev.moka.packages.Repository;
import dev.moka.packages.Request;
import dev.moka.packages.Resolution;
import dev.moka.packages.Resolution.ResolvedArtifact;
import dev.moka.packages.ResolutionException;
import dev.moka.packages.Resolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ivy.Ivy;
import org.apache.ivy.core.module.descriptor.DefaultDependencyDescriptor;
import org.apache.ivy.core.module.descriptor.DefaultModuleDescriptor;
import org.apache.ivy.core.module.descriptor.ModuleDescriptor;
import org.apache.ivy.core.module.id.ModuleRevisionId;
import org.apache.ivy.core.report.ArtifactDownloadReport;
import org.apache.ivy.core.report.ResolveReport;
import org.apache.ivy.core.resolve.IvyNode;
import org.apache.ivy.core.resolve.ResolveOptions;
import org.apache.ivy.core.settings.IvySettings;
import org.apache.ivy.plugins.parser.xml.XmlModuleDescriptorParser;
import org.apache.ivy.plugins.resolver.ChainResolver;
import org.apache.ivy.plugins.resolver.IBiblioResolver;
import org.apache.ivy.util.AbstractMessageLogger;
import org.apache.ivy.util.Message;

/// Resolves by Apache Ivy.
public final class IvyResolver implements Resolver {
    private final IvySetup setup;

    /// @param setup read again at each resolution, as its `ivysettings.xml` may change
    public IvyResolver(IvySetup setup) {
        this.setup = setup;
    }

    @Override
    public Resolution resolve(Request request, Progress progress) throws ResolutionException {
        Ivy ivy = ivy(request.repositories());
        var module =
                DefaultModuleDescriptor.newDefaultInstance(
                        ModuleRevisionId.newInstance("dev.moka", "notebook", "working"));
        for (Coordinate each : request.coordinates()) {
            Map<String, String> attributes =
                    each.classifier().isEmpty()
                            ? Map.of()
                            : Map.of("m:classifier", each.classifier());
            var id =
                    ModuleRevisionId.newInstance(
                            each.group(), each.artifact(), each.version(), attributes);
            var dependency = new DefaultDependencyDescriptor(module, id, true, false, true);
            dependency.addDependencyConfiguration("default", "default");
            module.addDependency(dependency);
        }
        return resolve(ivy, module, progress);
    }

    /// Resolves the dependencies that an `ivy.xml` lists, in all its configurations.
    public Resolution resolveModule(Path ivyXml, Progress progress) throws ResolutionException {
        Ivy ivy = ivy(List.of());
        try {
            ModuleDescriptor module =
                    XmlModuleDescriptorParser.getInstance()
                            .parseDescriptor(ivy.getSettings(), ivyXml.toUri().toURL(), true);
            return resolve(ivy, module, progress);
        } catch (ParseException | IOException e) {
            throw new ResolutionException("can't read %s: %s".formatted(ivyXml, e.getMessage()), e);
        }
    }

    /// Reads `org#name;rev` as Ivy writes it, or `G:A:V`.
    ///
    /// @throws IllegalArgumentException says what is wrong with the text
    public static Coordinate parse(String text) {
        String[] parts = text.strip().split("[#;]", -1);
        return parts.length == 3 && text.indexOf('#') < text.indexOf(';')
                ? new Coordinate(parts[0], parts[1], "jar", "", parts[2])
                : Coordinate.parse(text);
    }

    private Resolution resolve(Ivy ivy, ModuleDescriptor module, Progress progress)
            throws ResolutionException {
        ResolveOptions options =
                new ResolveOptions().setConfs(new String[] {"*"}).setUseCacheOnly(setup.offline());
        options.setOutputReport(false);
        options.setLog(org.apache.ivy.core.LogOptions.LOG_QUIET);
        try {
            ResolveReport report = ivy.resolve(module, options);
            if (report.hasError()) {
                throw new ResolutionException(explain(report));
            }
            return resolution(report, progress);
        } catch (ParseException | IOException e) {
            throw new ResolutionException("Ivy failed: " + e.getMessage(), e);
        }
    }

    private Resolution resolution(ResolveReport report, Progress progress) throws IOException {
        Map<Path, ResolvedArtifact> artifacts = new LinkedHashMap<>();
        List<ArtifactDownloadReport> jars =
                Stream.of(report.getAllArtifactsReports())
                        .filter(each -> each.getLocalFile() != null && each.getExt().equals("jar"))
                        .filter(each ->
                                !List.of("sources", "source", "javadoc").contains(each.getType()))
                        .toList();
        progress.collected(jars.size(), 0);
        for (ArtifactDownloadReport each : jars) {
            Path file = each.getLocalFile().toPath();
            artifacts.put(
                    file,
                    new ResolvedArtifact(
                            coordinate(each), file, Digests.sha256(file), Files.size(file)));
        }
        return new Resolution(new ArrayList<>(artifacts.values()));
    }

    private static Coordinate coordinate(ArtifactDownloadReport report) {
        ModuleRevisionId id = report.getArtifact().getModuleRevisionId();
        String classifier = report.getArtifact().getExtraAttribute("classifier");
        return new Coordinate(
                id.getOrganisation(),
                id.getName(),
                "jar",
                classifier == null ? "" : classifier,
                id.getRevision());
    }

    private String explain(ResolveReport report) {
        String missing =
                Stream.concat(
                                Stream.of(report.getUnresolvedDependencies())
                                        .map(IvyNode::getId)
                                        .map(ModuleRevisionId::toString),
                                Stream.of(report.getFailedArtifactsReports())
                                        .map(each -> each.getArtifact().toString()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        String places =
                setup.settings()
                        .map(Path::toString)
                        .orElseGet(() ->
                                setup.repositories().stream()
                                        .map(each -> "%s (%s)".formatted(each.id(), each.uri()))
                                        .collect(Collectors.joining(", ")));
        String advice =
                setup.offline()
                        ? "The network is switched off and it is not in %s."
                                .formatted(setup.cache())
                        : "Looked in %s. Check the spelling and the version.".formatted(places);
        return "Ivy can't find %s. %s".formatted(missing, advice);
    }

    private Ivy ivy(List<Repository> more) throws ResolutionException {
        Message.setDefaultLogger(new Silence());
        IvySettings settings = new IvySettings();
        settings.setDefaultCache(setup.cache().toFile());
        Ivy ivy = Ivy.newInstance(settings);
        ivy.getLoggerEngine().setDefaultLogger(new Silence());
        try {
            if (setup.settings().isPresent()) {
                ivy.configure(setup.settings().get().toFile());
            } else {
                chain(
                        settings,
                        Stream.concat(setup.repositories().stream(), more.stream()).toList());
            }
        } catch (ParseException | IOException e) {
            throw new ResolutionException(
                    "can't read %s: %s"
                            .formatted(setup.settings().orElse(Path.of("")), e.getMessage()),
                    e);
        }
        return ivy;
    }

    private static void chain(IvySettings settings, List<Repository> repositories) {
        var chain = new ChainResolver();
        chain.setName("repositories");
        for (Repository each : repositories) {
            var maven = new IBiblioResolver();
            maven.setName(each.id());
            maven.setRoot(each.uri().toString());
            maven.setM2compatible(true);
            chain.add(maven);
        }
        settings.addResolver(chain);
        settings.setDefaultResolver(chain.getName());
    }

    /// Ivy's own log lines help nobody in a notebook; what failed is in its report.
    private static final class Silence extends AbstractMessageLogger {
        @Override
        protected void doProgress() {}

        @Override
        protected void doEndProgress(String message) {}

        @Override
        public void log(String message, int level) {}

        @Override
        public void rawlog(String message, int level) {}
    }
}
