package dev.moka.hub.sagemaker.notebook;

import dev.moka.hub.account.Roles;
import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.notebook.InstanceAttributes;
import dev.moka.hub.notebook.InstanceSpec;
import dev.moka.hub.notebook.InstanceStatus;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.sagemaker.Invalid;
import dev.moka.hub.sagemaker.notebook.InstanceMessages.CreateRequest;
import dev.moka.hub.sagemaker.notebook.InstanceMessages.DescribeResponse;
import dev.moka.hub.sagemaker.notebook.InstanceMessages.MetadataService;
import dev.moka.hub.sagemaker.notebook.InstanceMessages.Summary;
import dev.moka.hub.sagemaker.notebook.InstanceMessages.UpdateRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Translates between notebook instances and their messages.
final class InstanceShapes {
    private static final int DEFAULT_VOLUME = 5;
    private static final int LONGEST_REASON = 1024;
    private static final String DEFAULT_PLATFORM = "notebook-al2-v3";

    private final Supplier<String> address;

    /// @param address where people reach the hub, without a slash at the end
    InstanceShapes(Supplier<String> address) {
        this.address = address;
    }

    InstanceSpec spec(CreateRequest request) {
        return new InstanceSpec(
                request.instanceType(),
                request.lifecycleConfigName(),
                null,
                List.of(),
                new InstanceAttributes(
                        request.roleArn(),
                        request.volumeSizeInGB(),
                        request.directInternetAccess(),
                        request.rootAccess(),
                        request.subnetId(),
                        orEmpty(request.securityGroupIds()),
                        request.kmsKeyId(),
                        request.platformIdentifier(),
                        version(request.instanceMetadataServiceConfiguration()),
                        request.ipAddressType(),
                        orEmpty(request.acceleratorTypes()),
                        request.defaultCodeRepository(),
                        orEmpty(request.additionalCodeRepositories())));
    }

    /// What the request does not mention stays as it is.
    InstanceSpec changed(InstanceSpec present, UpdateRequest request) {
        InstanceAttributes was = present.attributes();
        requireGrowing(was, request.volumeSizeInGB());
        return new InstanceSpec(
                or(request.instanceType(), present.instanceType()),
                taken(
                        "LifecycleConfig",
                        request.lifecycleConfigName(),
                        request.disassociateLifecycleConfig(),
                        present.lifecycleConfig()),
                present.packageSet(),
                present.packages(),
                new InstanceAttributes(
                        orNull(request.roleArn(), was.roleArn()),
                        request.volumeSizeInGB() == null
                                ? was.volumeGib()
                                : request.volumeSizeInGB(),
                        was.directInternetAccess(),
                        orNull(request.rootAccess(), was.rootAccess()),
                        was.subnetId(),
                        was.securityGroups(),
                        was.kmsKeyId(),
                        orNull(request.platformIdentifier(), was.platformIdentifier()),
                        orNull(
                                version(request.instanceMetadataServiceConfiguration()),
                                was.minimumMetadataVersion()),
                        orNull(request.ipAddressType(), was.ipAddressType()),
                        orEmpty(
                                taken(
                                        "AcceleratorTypes",
                                        request.acceleratorTypes(),
                                        request.disassociateAcceleratorTypes(),
                                        was.acceleratorTypes())),
                        taken(
                                "DefaultCodeRepository",
                                request.defaultCodeRepository(),
                                request.disassociateDefaultCodeRepository(),
                                was.defaultCodeRepository()),
                        orEmpty(
                                taken(
                                        "AdditionalCodeRepositories",
                                        request.additionalCodeRepositories(),
                                        request.disassociateAdditionalCodeRepositories(),
                                        was.additionalCodeRepositories()))));
    }

    DescribeResponse describe(Call call, NotebookInstance instance) {
        InstanceAttributes attributes = instance.spec().attributes();
        String role = Roles.executionRoleArn(call.principal().account());
        return new DescribeResponse(
                Instances.arn(call, instance).toString(),
                instance.key().name().value(),
                instance.status().word(),
                reason(instance.status()),
                url(instance),
                instance.spec().instanceType(),
                attributes.ipAddressType(),
                attributes.subnetId(),
                listOrNull(attributes.securityGroups()),
                or(attributes.roleArn(), role),
                attributes.kmsKeyId(),
                instance.status().since(),
                instance.createdAt(),
                instance.spec().lifecycleConfig(),
                or(attributes.directInternetAccess(), "Enabled"),
                volume(attributes),
                listOrNull(attributes.acceleratorTypes()),
                attributes.defaultCodeRepository(),
                listOrNull(attributes.additionalCodeRepositories()),
                or(attributes.rootAccess(), "Enabled"),
                or(attributes.platformIdentifier(), DEFAULT_PLATFORM),
                new MetadataService(or(attributes.minimumMetadataVersion(), "1")));
    }

    Summary summary(Call call, NotebookInstance instance) {
        InstanceAttributes attributes = instance.spec().attributes();
        return new Summary(
                instance.key().name().value(),
                Instances.arn(call, instance).toString(),
                instance.status().word(),
                url(instance),
                instance.spec().instanceType(),
                instance.createdAt(),
                instance.status().since(),
                instance.spec().lifecycleConfig(),
                attributes.defaultCodeRepository(),
                listOrNull(attributes.additionalCodeRepositories()));
    }

    /// Without a scheme, as AWS gives it.
    private String url(NotebookInstance instance) {
        return "%s/notebook/%s/lab"
                .formatted(address.get().replaceFirst("^https?://", ""), instance.key());
    }

    private static void requireGrowing(InstanceAttributes was, @Nullable Integer volume) {
        if (volume != null && volume < volume(was)) {
            throw Invalid.request(
                    "Volume size can only be increased: it is %d GB and can't become %d GB"
                            .formatted(volume(was), volume));
        }
    }

    private static int volume(InstanceAttributes attributes) {
        Integer volume = attributes.volumeGib();
        return volume == null ? DEFAULT_VOLUME : volume;
    }

    private static @Nullable String reason(InstanceStatus status) {
        if (status instanceof InstanceStatus.Failed(_, _, var reason)) {
            return reason.length() <= LONGEST_REASON
                    ? reason
                    : reason.substring(0, LONGEST_REASON - 1) + "…";
        }
        return null;
    }

    /// A new value, none, or the one that is there; one can't ask for both of the first.
    private static <V> @Nullable V taken(
            String what, @Nullable V given, @Nullable Boolean disassociate, @Nullable V present) {
        if (Boolean.TRUE.equals(disassociate)) {
            if (given != null) {
                throw Invalid.request(
                        "Disassociate%s can't be true when another one is given".formatted(what));
            }
            return null;
        }
        return given != null ? given : present;
    }

    private static @Nullable String version(@Nullable MetadataService service) {
        return service == null ? null : service.minimumInstanceMetadataServiceVersion();
    }

    private static String or(@Nullable String value, String other) {
        return Objects.requireNonNullElse(value, other);
    }

    private static @Nullable String orNull(@Nullable String value, @Nullable String other) {
        return value == null ? other : value;
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private static @Nullable List<String> listOrNull(List<String> list) {
        return list.isEmpty() ? null : list;
    }
}
