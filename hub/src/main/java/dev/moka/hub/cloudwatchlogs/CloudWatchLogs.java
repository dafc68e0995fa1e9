package dev.moka.hub.cloudwatchlogs;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.operation.JsonService;
import dev.moka.hub.aws.operation.OperationTable;
import dev.moka.hub.aws.operation.PageTokens;
import dev.moka.hub.aws.operation.WireNames;
import dev.moka.hub.errors.AccessDeniedException;
import dev.moka.hub.errors.ApiException;
import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.NotSignedInException;
import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.errors.ResourceLimitExceeded;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.errors.TooManyRequestsException;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.logs.Logs;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/// CloudWatch Logs: AWS JSON 1.1 with the target prefix `Logs_20140328`.
public final class CloudWatchLogs {
    private static final int LARGEST_BODY = 8 << 20;

    private CloudWatchLogs() {}

    public static JsonService service(Logs logs, PageTokens tokens, Clock clock) {
        return new JsonService(
                "logs",
                "Logs_20140328",
                LARGEST_BODY,
                OperationTable.of(
                        "logs",
                        "CloudWatch Logs",
                        WireNames.AS_THEY_ARE,
                        Set.of(),
                        List.of(
                                new GroupOperations(logs, tokens).table(),
                                new StreamOperations(logs, tokens).table(),
                                new PutOperations(logs, clock).table(),
                                new GetOperations(logs).table(),
                                new FilterOperations(logs, tokens).table())),
                CloudWatchLogs::words);
    }

    private static AwsException words(ApiException error) {
        String code =
                switch (error) {
                    case ValidationException _ -> "InvalidParameterException";
                    case ResourceNotFound _ -> "ResourceNotFoundException";
                    case ConflictException _ -> "ResourceAlreadyExistsException";
                    case ResourceInUse _ -> "OperationAbortedException";
                    case ResourceLimitExceeded _ -> "LimitExceededException";
                    case AccessDeniedException _, NotSignedInException _ -> "AccessDeniedException";
                    case TooManyRequestsException _ -> "ThrottlingException";
                };
        return new AwsException(400, code, error.text());
    }
}
