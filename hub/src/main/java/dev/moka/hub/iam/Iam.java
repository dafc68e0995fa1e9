package dev.moka.hub.iam;

import dev.moka.hub.account.AccessKeys;
import dev.moka.hub.account.Roles;
import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.operation.OperationTable;
import dev.moka.hub.aws.operation.PageTokens;
import dev.moka.hub.aws.operation.QueryService;
import dev.moka.hub.aws.operation.WireNames;
import dev.moka.hub.errors.ApiException;
import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.errors.ResourceLimitExceeded;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.identity.Users;

import java.util.List;
import java.util.Set;

/// IAM's operations.
public final class Iam {
    private final IamRoles roles;
    private final IamUsers users;

    public Iam(Roles roles, Users users, AccessKeys keys, PageTokens tokens) {
        this.roles = new IamRoles(roles, tokens);
        this.users = new IamUsers(users, keys);
    }

    /// The service for the AWS port.
    public QueryService service() {
        return new QueryService(
                "iam",
                "2010-05-08",
                "https://iam.amazonaws.com/doc/2010-05-08/",
                OperationTable.of(
                        "iam",
                        "AWS IAM",
                        WireNames.UPPER_CAMEL,
                        Set.of(),
                        List.of(roles.operations(), users.operations())),
                Iam::words);
    }

    private static AwsException words(ApiException error) {
        return switch (error) {
            case ResourceNotFound e -> new AwsException(404, "NoSuchEntity", e.text());
            case ConflictException e -> new AwsException(409, "EntityAlreadyExists", e.text());
            case ResourceInUse e -> new AwsException(409, "DeleteConflict", e.text());
            case ResourceLimitExceeded e -> new AwsException(409, "LimitExceeded", e.text());
            default -> new AwsException(400, "ValidationError", error.text());
        };
    }
}
