package dev.moka.hub.iam;

import dev.moka.hub.account.AccessKey;
import dev.moka.hub.account.AccessKeys;
import dev.moka.hub.account.Arns;
import dev.moka.hub.account.Principal;
import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.iam.IamShapes.AccessKeyMetadata;
import dev.moka.hub.iam.IamShapes.GetUserResponse;
import dev.moka.hub.iam.IamShapes.ListAccessKeysResponse;
import dev.moka.hub.iam.IamShapes.UserNameRequest;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.identity.Users;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// IAM's operations on the user who asks, who is the only one that they can see.
final class IamUsers {
    private final Users users;
    private final AccessKeys keys;

    IamUsers(Users users, AccessKeys keys) {
        this.users = users;
        this.keys = keys;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                Operation.of("GetUser", UserNameRequest.class, GetUserResponse.class, this::get)
                        .differing("A user sees only themselves."),
                Operation.of(
                                "ListAccessKeys",
                                UserNameRequest.class,
                                ListAccessKeysResponse.class,
                                this::accessKeys)
                        .differing("A user sees only their own keys."));
    }

    private GetUserResponse get(Call call, UserNameRequest request) {
        Principal principal = call.principal();
        if (request.userName() == null && principal.isRole()) {
            throw new AwsException(
                    400,
                    "ValidationError",
                    "Must specify userName when calling with non-User credentials");
        }
        UserName name = themselves(principal, request.userName());
        return new GetUserResponse(
                new IamShapes.User(
                        "/",
                        name.value(),
                        Arns.userId(principal.account(), name),
                        Arns.user(principal.account(), name),
                        users.describe(principal.caller(), name).createdAt()));
    }

    private ListAccessKeysResponse accessKeys(Call call, UserNameRequest request) {
        Principal principal = call.principal();
        UserName name = themselves(principal, request.userName());
        List<AccessKeyMetadata> shown =
                keys.list(name, principal.account()).stream().map(IamUsers::shape).toList();
        return new ListAccessKeysResponse(shown, false);
    }

    private static AccessKeyMetadata shape(AccessKey key) {
        return new AccessKeyMetadata(key.user().value(), key.id(), key.status(), key.createdAt());
    }

    private static UserName themselves(Principal principal, @Nullable String asked) {
        UserName own = principal.caller().name();
        if (asked != null && !asked.equals(own.value())) {
            throw new AwsException(
                    404, "NoSuchEntity", "The user with name %s cannot be found.".formatted(asked));
        }
        return own;
    }
}
