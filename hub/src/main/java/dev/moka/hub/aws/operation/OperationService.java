package dev.moka.hub.aws.operation;

import dev.moka.hub.aws.AwsService;

/// A service that is a table of operations.
public interface OperationService extends AwsService {

    /// The operations behind this service, for its reference page.
    OperationTable table();
}
