package dev.moka.hub.sagemaker.notebook;

import dev.moka.hub.sagemaker.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the operations on notebook instances take and give.
final class InstanceMessages {

    private InstanceMessages() {}

    record MetadataService(String minimumInstanceMetadataServiceVersion) {}

    record CreateRequest(
            String notebookInstanceName,
            String instanceType,
            String roleArn,
            @Nullable String subnetId,
            @Nullable List<String> securityGroupIds,
            @Nullable String ipAddressType,
            @Nullable String kmsKeyId,
            @Nullable List<Tag> tags,
            @Nullable String lifecycleConfigName,
            @Nullable String directInternetAccess,
            @Nullable Integer volumeSizeInGB,
            @Nullable List<String> acceleratorTypes,
            @Nullable String defaultCodeRepository,
            @Nullable List<String> additionalCodeRepositories,
            @Nullable String rootAccess,
            @Nullable String platformIdentifier,
            @Nullable MetadataService instanceMetadataServiceConfiguration) {}

    record CreateResponse(String notebookInstanceArn) {}

    /// A request that only names an instance.
    record NameRequest(String notebookInstanceName) {}

    record DescribeResponse(
            String notebookInstanceArn,
            String notebookInstanceName,
            String notebookInstanceStatus,
            @Nullable String failureReason,
            @Nullable String url,
            String instanceType,
            @Nullable String ipAddressType,
            @Nullable String subnetId,
            @Nullable List<String> securityGroups,
            String roleArn,
            @Nullable String kmsKeyId,
            Instant lastModifiedTime,
            Instant creationTime,
            @Nullable String notebookInstanceLifecycleConfigName,
            String directInternetAccess,
            Integer volumeSizeInGB,
            @Nullable List<String> acceleratorTypes,
            @Nullable String defaultCodeRepository,
            @Nullable List<String> additionalCodeRepositories,
            String rootAccess,
            String platformIdentifier,
            MetadataService instanceMetadataServiceConfiguration) {}

    record ListRequest(
            @Nullable String nextToken,
            @Nullable Integer maxResults,
            @Nullable String sortBy,
            @Nullable String sortOrder,
            @Nullable String nameContains,
            @Nullable Instant creationTimeBefore,
            @Nullable Instant creationTimeAfter,
            @Nullable Instant lastModifiedTimeBefore,
            @Nullable Instant lastModifiedTimeAfter,
            @Nullable String statusEquals,
            @Nullable String notebookInstanceLifecycleConfigNameContains,
            @Nullable String defaultCodeRepositoryContains,
            @Nullable String additionalCodeRepositoryEquals) {

        /// The same for every page.
        String query() {
            return "ListNotebookInstances"
                    + new ListRequest(
                            null,
                            null,
                            sortBy,
                            sortOrder,
                            nameContains,
                            creationTimeBefore,
                            creationTimeAfter,
                            lastModifiedTimeBefore,
                            lastModifiedTimeAfter,
                            statusEquals,
                            notebookInstanceLifecycleConfigNameContains,
                            defaultCodeRepositoryContains,
                            additionalCodeRepositoryEquals);
        }
    }

    record Summary(
            String notebookInstanceName,
            String notebookInstanceArn,
            String notebookInstanceStatus,
            @Nullable String url,
            String instanceType,
            Instant creationTime,
            Instant lastModifiedTime,
            @Nullable String notebookInstanceLifecycleConfigName,
            @Nullable String defaultCodeRepository,
            @Nullable List<String> additionalCodeRepositories) {}

    record ListResponse(@Nullable String nextToken, List<Summary> notebookInstances) {}

    record UpdateRequest(
            String notebookInstanceName,
            @Nullable String instanceType,
            @Nullable String ipAddressType,
            @Nullable String platformIdentifier,
            @Nullable String roleArn,
            @Nullable String lifecycleConfigName,
            @Nullable Boolean disassociateLifecycleConfig,
            @Nullable Integer volumeSizeInGB,
            @Nullable String defaultCodeRepository,
            @Nullable List<String> additionalCodeRepositories,
            @Nullable List<String> acceleratorTypes,
            @Nullable Boolean disassociateAcceleratorTypes,
            @Nullable Boolean disassociateDefaultCodeRepository,
            @Nullable Boolean disassociateAdditionalCodeRepositories,
            @Nullable String rootAccess,
            @Nullable MetadataService instanceMetadataServiceConfiguration) {}

    record PresignRequest(
            String notebookInstanceName, @Nullable Integer sessionExpirationDurationInSeconds) {}

    record PresignResponse(String authorizedUrl) {}
}
