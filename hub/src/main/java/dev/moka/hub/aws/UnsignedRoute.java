package dev.moka.hub.aws;

import java.io.IOException;

/// A place on the AWS port that is no service and checks its callers itself.
public interface UnsignedRoute {

    /// Its path, which can be no bucket's.
    String path();

    void answer(RequestHead head, AwsResponse response) throws IOException;
}
