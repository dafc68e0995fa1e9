package dev.moka.hub.sagemaker.notebook;

import dev.moka.hub.sagemaker.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the operations on lifecycle configs take and give.
final class LifecycleConfigMessages {

    private LifecycleConfigMessages() {}

    /// A script in base64.
    record Script(@Nullable String content) {}

    record CreateRequest(
            String notebookInstanceLifecycleConfigName,
            @Nullable List<Script> onCreate,
            @Nullable List<Script> onStart,
            @Nullable List<Tag> tags) {}

    record CreateResponse(String notebookInstanceLifecycleConfigArn) {}

    /// A request that only names a lifecycle config.
    record NameRequest(String notebookInstanceLifecycleConfigName) {}

    record DescribeResponse(
            String notebookInstanceLifecycleConfigArn,
            String notebookInstanceLifecycleConfigName,
            List<Script> onCreate,
            List<Script> onStart,
            Instant lastModifiedTime,
            Instant creationTime) {}

    record ListRequest(
            @Nullable String nextToken,
            @Nullable Integer maxResults,
            @Nullable String sortBy,
            @Nullable String sortOrder,
            @Nullable String nameContains,
            @Nullable Instant creationTimeBefore,
            @Nullable Instant creationTimeAfter,
            @Nullable Instant lastModifiedTimeBefore,
            @Nullable Instant lastModifiedTimeAfter) {

        /// The same for every page.
        String query() {
            return "ListNotebookInstanceLifecycleConfigs"
                    + new ListRequest(
                            null,
                            null,
                            sortBy,
                            sortOrder,
                            nameContains,
                            creationTimeBefore,
                            creationTimeAfter,
                            lastModifiedTimeBefore,
                            lastModifiedTimeAfter);
        }
    }

    record Summary(
            String notebookInstanceLifecycleConfigName,
            String notebookInstanceLifecycleConfigArn,
            Instant creationTime,
            Instant lastModifiedTime) {}

    record ListResponse(
            @Nullable String nextToken, List<Summary> notebookInstanceLifecycleConfigs) {}

    record UpdateRequest(
            String notebookInstanceLifecycleConfigName,
            @Nullable List<Script> onCreate,
            @Nullable List<Script> onStart) {}
}
