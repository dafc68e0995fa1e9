package dev.moka.hub.notebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What AWS clients choose for an instance beyond what the pages offer; kept and given back.
///
/// The hub acts on the code repositories; the rest has no meaning on a machine of one's own.
///
/// @param roleArn the role, absent when a page made the instance
/// @param volumeGib size of the volume, absent for AWS's default
public record InstanceAttributes(
        @Nullable String roleArn,
        @Nullable Integer volumeGib,
        @Nullable String directInternetAccess,
        @Nullable String rootAccess,
        @Nullable String subnetId,
        List<String> securityGroups,
        @Nullable String kmsKeyId,
        @Nullable String platformIdentifier,
        @Nullable String minimumMetadataVersion,
        @Nullable String ipAddressType,
        List<String> acceleratorTypes,
        @Nullable String defaultCodeRepository,
        List<String> additionalCodeRepositories) {
    public static final InstanceAttributes NONE =
            new InstanceAttributes(
                    null, null, null, null, null, List.of(), null, null, null, null, List.of(),
                    null, List.of());

    public InstanceAttributes {
        securityGroups = List.copyOf(securityGroups);
        acceleratorTypes = List.copyOf(acceleratorTypes);
        additionalCodeRepositories = List.copyOf(additionalCodeRepositories);
    }

    /// Whether a repository of this name or address is used.
    public boolean uses(String repository) {
        return repository.equals(defaultCodeRepository)
                || additionalCodeRepositories.contains(repository);
    }
}
