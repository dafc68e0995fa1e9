package dev.moka.hub.notebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person chooses for a notebook instance, and can change while it is stopped.
///
/// @param instanceType a name from the catalogue
/// @param lifecycleConfig name of a lifecycle config that the owner can use, absent for none
/// @param packageSet name of a package set that the owner can use, absent for none
/// @param packages coordinates beside those of the package set
/// @param attributes what AWS clients chose beyond that
public record InstanceSpec(
        String instanceType,
        @Nullable String lifecycleConfig,
        @Nullable String packageSet,
        List<PackageCoordinate> packages,
        InstanceAttributes attributes) {

    public InstanceSpec {
        packages = List.copyOf(packages);
    }

    /// What a person chooses on a page.
    public InstanceSpec(
            String instanceType,
            @Nullable String lifecycleConfig,
            @Nullable String packageSet,
            List<PackageCoordinate> packages) {
        this(instanceType, lifecycleConfig, packageSet, packages, InstanceAttributes.NONE);
    }

    /// The same with other attributes.
    public InstanceSpec with(InstanceAttributes next) {
        return new InstanceSpec(instanceType, lifecycleConfig, packageSet, packages, next);
    }

    public static InstanceSpec of(String instanceType) {
        return new InstanceSpec(instanceType, null, null, List.of());
    }
}
