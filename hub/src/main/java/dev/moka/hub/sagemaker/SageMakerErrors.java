package dev.moka.hub.sagemaker;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.errors.AccessDeniedException;
import dev.moka.hub.errors.ApiException;
import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.NotSignedInException;
import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.errors.ResourceLimitExceeded;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.errors.TooManyRequestsException;
import dev.moka.hub.errors.ValidationException;

/// What SageMaker calls the hub's errors; all of them are HTTP 400 there.
final class SageMakerErrors {

    private SageMakerErrors() {}

    static AwsException of(ApiException error) {
        String code =
                switch (error) {
                    case ValidationException _ -> "ValidationException";
                    case ResourceNotFound _ -> "ResourceNotFound";
                    case ResourceInUse _ -> "ResourceInUse";
                    case ResourceLimitExceeded _ -> "ResourceLimitExceeded";
                    case ConflictException _ -> "ConflictException";
                    case AccessDeniedException _, NotSignedInException _ -> "AccessDeniedException";
                    case TooManyRequestsException _ -> "ThrottlingException";
                };
        return new AwsException(400, code, error.text());
    }
}
