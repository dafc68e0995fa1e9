package dev.moka.hub.sagemaker.notebook;

import dev.moka.hub.sagemaker.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the operations on code repositories take and give.
final class RepositoryMessages {

    private RepositoryMessages() {}

    record GitConfig(String repositoryUrl, @Nullable String branch, @Nullable String secretArn) {}

    record GitConfigForUpdate(@Nullable String secretArn) {}

    record CreateRequest(
            String codeRepositoryName, GitConfig gitConfig, @Nullable List<Tag> tags) {}

    record ArnResponse(String codeRepositoryArn) {}

    /// A request that only names a repository.
    record NameRequest(String codeRepositoryName) {}

    record DescribeResponse(
            String codeRepositoryName,
            String codeRepositoryArn,
            Instant creationTime,
            Instant lastModifiedTime,
            GitConfig gitConfig) {}

    record UpdateRequest(String codeRepositoryName, @Nullable GitConfigForUpdate gitConfig) {}

    record ListRequest(
            @Nullable Instant creationTimeAfter,
            @Nullable Instant creationTimeBefore,
            @Nullable Instant lastModifiedTimeAfter,
            @Nullable Instant lastModifiedTimeBefore,
            @Nullable Integer maxResults,
            @Nullable String nameContains,
            @Nullable String nextToken,
            @Nullable String sortBy,
            @Nullable String sortOrder) {

        /// The same for every page.
        String query() {
            return "ListCodeRepositories"
                    + new ListRequest(
                            creationTimeAfter,
                            creationTimeBefore,
                            lastModifiedTimeAfter,
                            lastModifiedTimeBefore,
                            null,
                            nameContains,
                            null,
                            sortBy,
                            sortOrder);
        }
    }

    record ListResponse(
            List<DescribeResponse> codeRepositorySummaryList, @Nullable String nextToken) {}
}
