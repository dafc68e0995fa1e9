package dev.moka.hub.sagemaker;

import dev.moka.hub.aws.AwsException;

/// SageMaker's errors for requests that the service model can't judge.
public final class Invalid {

    private Invalid() {}

    /// A request that can't be done as it is.
    public static AwsException request(String message) {
        return new AwsException(400, "ValidationException", message);
    }

    /// AWS answers so, and not with `ResourceNotFound`, for most things that do not exist.
    public static AwsException notFound() {
        return request("RecordNotFound");
    }
}
