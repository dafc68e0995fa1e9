package dev.moka.hub.sagemaker.tags;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the operations on tags take and give.
final class TagMessages {

    private TagMessages() {}

    record AddTagsRequest(String resourceArn, List<Tag> tags) {}

    record AddTagsResponse(List<Tag> tags) {}

    record ListTagsRequest(
            String resourceArn, @Nullable String nextToken, @Nullable Integer maxResults) {}

    record ListTagsResponse(List<Tag> tags, @Nullable String nextToken) {}

    record DeleteTagsRequest(String resourceArn, List<String> tagKeys) {}
}
