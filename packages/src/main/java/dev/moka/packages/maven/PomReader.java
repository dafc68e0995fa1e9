package dev.moka.packages.maven;

import dev.moka.packages.Coordinate;
import dev.moka.packages.Repository;
import dev.moka.packages.Request;
import dev.moka.packages.ResolutionException;
import eu.maveniverse.maven.mima.context.Context;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;

/// Reads POM files with Maven's own model builder.
record PomReader(Context context) {
    Request read(Path pom) throws ResolutionException {
        ModelBuildingRequest building =
                new DefaultModelBuildingRequest()
                        .setPomFile(pom.toFile())
                        .setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL)
                        .setProcessPlugins(false)
                        .setTwoPhaseBuilding(false)
                        .setSystemProperties(System.getProperties())
                        .setModelResolver(
                                new RepositoryModels(context, context.remoteRepositories()));
        try {
            return request(
                    new DefaultModelBuilderFactory()
                            .newInstance()
                            .build(building)
                            .getEffectiveModel());
        } catch (ModelBuildingException | IllegalArgumentException e) {
            throw new ResolutionException(
                    "can't use the POM %s: %s".formatted(pom, e.getMessage()), e);
        }
    }

    private static Request request(Model model) {
        List<Coordinate> coordinates =
                model.getDependencies().stream()
                        .filter(PomReader::isForClassPath)
                        .map(PomReader::coordinate)
                        .toList();
        List<Repository> repositories =
                model.getRepositories().stream()
                        .filter(each -> !"central".equals(each.getId()))
                        .map(each -> Repository.of(each.getId(), each.getUrl()))
                        .toList();
        return new Request(coordinates, repositories);
    }

    private static boolean isForClassPath(Dependency dependency) {
        String scope = Optional.ofNullable(dependency.getScope()).orElse("compile");
        return scope.equals("compile") || scope.equals("runtime");
    }

    private static Coordinate coordinate(Dependency dependency) {
        String name = dependency.getGroupId() + ":" + dependency.getArtifactId();
        String version =
                Optional.ofNullable(dependency.getVersion())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "its dependency %s has no version".formatted(name)));
        return new Coordinate(
                dependency.getGroupId(),
                dependency.getArtifactId(),
                dependency.getType(),
                Optional.ofNullable(dependency.getClassifier()).orElse(""),
                version);
    }
}
