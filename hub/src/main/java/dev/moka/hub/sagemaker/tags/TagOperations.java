package dev.moka.hub.sagemaker.tags;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.sagemaker.Arn;
import dev.moka.hub.sagemaker.Invalid;
import dev.moka.hub.sagemaker.tags.TagMessages.AddTagsRequest;
import dev.moka.hub.sagemaker.tags.TagMessages.AddTagsResponse;
import dev.moka.hub.sagemaker.tags.TagMessages.DeleteTagsRequest;
import dev.moka.hub.sagemaker.tags.TagMessages.ListTagsRequest;
import dev.moka.hub.sagemaker.tags.TagMessages.ListTagsResponse;
import dev.moka.hub.tagging.Tags;
import java.util.List;

/// AddTags, ListTags and DeleteTags on whatever the families have.
public final class TagOperations {
    private final Tags tags;
    private final List<TaggedResources> families;

    public TagOperations(Tags tags, List<TaggedResources> families) {
        this.tags = tags;
        this.families = List.copyOf(families);
    }

    public List<Operation<?, ?>> table() {
        return List.of(
                Operation.of("AddTags", AddTagsRequest.class, AddTagsResponse.class, this::add),
                Operation.of("ListTags", ListTagsRequest.class, ListTagsResponse.class, this::list)
                        .differing("All tags, at most 50, come in one page."),
                Operation.of("DeleteTags", DeleteTagsRequest.class, this::delete));
    }

    private AddTagsResponse add(Call call, AddTagsRequest request) {
        String resource = resource(call, request.resourceArn());
        tags.put(resource, Tag.map(request.tags()));
        return new AddTagsResponse(Tag.list(tags.list(resource)));
    }

    private ListTagsResponse list(Call call, ListTagsRequest request) {
        return new ListTagsResponse(
                Tag.list(tags.list(resource(call, request.resourceArn()))), null);
    }

    private void delete(Call call, DeleteTagsRequest request) {
        tags.remove(resource(call, request.resourceArn()), request.tagKeys());
    }

    private String resource(Call call, String text) {
        Arn arn =
                Arn.parse(text)
                        .orElseThrow(() ->
                                Invalid.request(
                                        "'%s' is not the ARN of a resource".formatted(text)));
        if (!arn.account().equals(call.principal().account().value())) {
            throw new AwsException(
                    400,
                    "AccessDeniedException",
                    "%s is not authorized to access the tags of %s: it belongs to another account"
                            .formatted(call.principal().arn(), arn));
        }
        if (!arn.region().equals(call.region())) {
            throw Invalid.request(
                    "The resource %s is in another region than %s".formatted(arn, call.region()));
        }
        return families.stream()
                .flatMap(family -> family.find(call, arn).stream())
                .findFirst()
                .orElseThrow(() -> Invalid.request("Could not find resource '%s'".formatted(arn)));
    }
}
