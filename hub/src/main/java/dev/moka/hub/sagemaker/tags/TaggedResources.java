package dev.moka.hub.sagemaker.tags;

import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.sagemaker.Arn;
import java.util.Optional;

/// A family of things that can have tags.
@FunctionalInterface
public interface TaggedResources {

    /// What [dev.moka.hub.tagging.Tags] calls the thing of this ARN, if the account has it.
    Optional<String> find(Call call, Arn arn);
}
