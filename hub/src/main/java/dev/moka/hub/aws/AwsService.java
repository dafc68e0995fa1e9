package dev.moka.hub.aws;

import java.io.IOException;

/// One AWS service behind the AWS port.
public interface AwsService {

    /// Its name in the credential scope of a signature: `sagemaker`, `s3`, `sts`, `iam`, `logs`.
    String signingName();

    /// Answers a request whose sender is known. May throw [AwsException] and
    /// [dev.moka.hub.errors.ApiException] as long as nothing was sent; the port then calls
    /// [#refuse].
    void answer(AwsRequest request, AwsResponse response) throws IOException;

    /// Writes an error in this service's protocol: JSON 1.1 with `__type`, query XML, S3's XML.
    void refuse(RequestHead head, AwsException error, AwsResponse response) throws IOException;

    /// Answers a request without credentials, such as a browser's CORS preflight; by default every
    /// such request is refused.
    default void answerAnonymous(RequestHead head, AwsResponse response) throws IOException {
        throw new AwsException(403, "MissingAuthenticationToken", "Missing Authentication Token");
    }
}
