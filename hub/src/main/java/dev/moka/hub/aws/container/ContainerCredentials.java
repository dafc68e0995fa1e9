package dev.moka.hub.aws.container;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.account.Accounts;
import dev.moka.hub.account.Credentials;
import dev.moka.hub.account.InstanceTokens;
import dev.moka.hub.account.InstanceTokens.Holder;
import dev.moka.hub.account.Roles;
import dev.moka.hub.account.TemporaryCredentials;
import dev.moka.hub.aws.AwsResponse;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.aws.UnsignedRoute;
import dev.moka.hub.identity.Caller;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Gives the programs of a notebook instance the credentials of its execution role, when they show
/// the instance's token: AWS's container credentials, which its SDKs fetch again before they end.
///
/// See [AWS's
/// description](https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html).
public final class ContainerCredentials implements UnsignedRoute {
    /// No bucket's name can have an underscore.
    public static final String PATH = "/_moka/instance-credentials";

    private static final Duration LIFE = Duration.ofHours(1);
    private static final String SESSION = "SageMaker";

    private final InstanceTokens tokens;
    private final Credentials credentials;
    private final Accounts accounts;
    private final Function<Holder, Optional<Caller>> owners;

    /// @param owners the owner of an instance, when it is still there and they may use it
    public ContainerCredentials(
            InstanceTokens tokens,
            Credentials credentials,
            Accounts accounts,
            Function<Holder, Optional<Caller>> owners) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.accounts = accounts;
        this.owners = owners;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void answer(RequestHead head, AwsResponse response) throws IOException {
        Optional<Caller> owner = head.header("authorization").flatMap(tokens::open).flatMap(owners);
        if (owner.isEmpty()) {
            write(
                    response,
                    401,
                    Json.object()
                            .put("code", "Unauthorized")
                            .put(
                                    "message",
                                    "The Authorization header must be the token of a notebook"
                                            + " instance that exists, whose owner may sign in"));
        } else {
            write(response, 200, shape(owner.get()));
        }
    }

    private ObjectNode shape(Caller owner) {
        AccountId account = accounts.of(owner.name()).id();
        TemporaryCredentials made =
                credentials.assumed(owner, account, "", Roles.EXECUTION_ROLE, SESSION, LIFE);
        return Json.object()
                .put("RoleArn", Roles.executionRoleArn(account))
                .put("AccountId", account.value())
                .put("AccessKeyId", made.accessKeyId())
                .put("SecretAccessKey", made.secret())
                .put("Token", made.sessionToken())
                .put("Expiration", made.expiresAt().toString());
    }

    private static void write(AwsResponse response, int status, ObjectNode node)
            throws IOException {
        response.status(status);
        response.header("Content-Type", "application/json");
        response.header("Cache-Control", "no-store");
        response.body().write(Json.bytes(node));
    }
}
