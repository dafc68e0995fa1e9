package dev.moka.hub.sts;

import dev.moka.hub.account.AccountRole;
import dev.moka.hub.account.Arns;
import dev.moka.hub.account.Credentials;
import dev.moka.hub.account.Principal;
import dev.moka.hub.account.Roles;
import dev.moka.hub.account.TemporaryCredentials;
import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.aws.operation.Nothing;
import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.aws.operation.OperationTable;
import dev.moka.hub.aws.operation.QueryService;
import dev.moka.hub.aws.operation.WireNames;
import dev.moka.hub.errors.ApiException;
import dev.moka.hub.sts.StsShapes.AssumeRoleRequest;
import dev.moka.hub.sts.StsShapes.AssumeRoleResponse;
import dev.moka.hub.sts.StsShapes.AssumedRoleUser;
import dev.moka.hub.sts.StsShapes.GetCallerIdentityResponse;
import dev.moka.hub.sts.StsShapes.GetSessionTokenRequest;
import dev.moka.hub.sts.StsShapes.GetSessionTokenResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// STS's operations.
public final class Sts {
    private static final int HOUR = 3600;
    private static final int TWELVE_HOURS = 12 * HOUR;

    private final Credentials credentials;
    private final Roles roles;

    public Sts(Credentials credentials, Roles roles) {
        this.credentials = credentials;
        this.roles = roles;
    }

    /// The service for the AWS port.
    public QueryService service() {
        return new QueryService(
                "sts",
                "2011-06-15",
                "https://sts.amazonaws.com/doc/2011-06-15/",
                table(),
                Sts::words);
    }

    private OperationTable table() {
        return OperationTable.of(
                "sts",
                "AWS STS",
                WireNames.UPPER_CAMEL,
                Set.of(),
                List.of(
                        List.of(
                                Operation.of(
                                        "GetCallerIdentity",
                                        Nothing.class,
                                        GetCallerIdentityResponse.class,
                                        (call, _) -> identity(call.principal())),
                                Operation.of(
                                                "AssumeRole",
                                                AssumeRoleRequest.class,
                                                AssumeRoleResponse.class,
                                                this::assumeRole)
                                        .differing(
                                                "A role may be assumed by everybody of its account;"
                                                        + " trust policies are kept and not read.",
                                                "Session policies, tags and MFA are ignored."),
                                Operation.of(
                                                "GetSessionToken",
                                                GetSessionTokenRequest.class,
                                                GetSessionTokenResponse.class,
                                                this::sessionToken)
                                        .differing("MFA is ignored."))));
    }

    private static GetCallerIdentityResponse identity(Principal principal) {
        return new GetCallerIdentityResponse(
                principal.userId(), principal.account().value(), principal.arn());
    }

    private AssumeRoleResponse assumeRole(Call call, AssumeRoleRequest request) {
        Principal principal = call.principal();
        AccountRole role =
                roles.byArn(request.roleArn())
                        .filter(r -> r.account().equals(principal.account()))
                        .orElseThrow(() -> notAuthorized(principal, request.roleArn()));
        int seconds = request.durationSeconds() == null ? HOUR : request.durationSeconds();
        requireLife(principal, role, seconds);
        String session = request.roleSessionName();
        TemporaryCredentials made =
                credentials.assumed(
                        principal.caller(),
                        role.account(),
                        principal.parentKey(),
                        role.name(),
                        session,
                        Duration.ofSeconds(seconds));
        return new AssumeRoleResponse(
                shape(made),
                new AssumedRoleUser(
                        role.id() + ":" + session,
                        Arns.assumedRole(role.account(), role.name(), session)),
                0);
    }

    private static void requireLife(Principal principal, AccountRole role, int seconds) {
        if (seconds > role.maxSessionSeconds()) {
            throw new AwsException(
                    400,
                    "ValidationError",
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this"
                            + " role.");
        }
        if (principal.isRole() && seconds > HOUR) {
            throw new AwsException(
                    400,
                    "ValidationError",
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles"
                            + " assumed by role chaining");
        }
    }

    private GetSessionTokenResponse sessionToken(Call call, GetSessionTokenRequest request) {
        Principal principal = call.principal();
        if (principal.isTemporary()) {
            throw new AwsException(
                    403, "AccessDenied", "Cannot call GetSessionToken with session credentials");
        }
        int seconds = request.durationSeconds() == null ? TWELVE_HOURS : request.durationSeconds();
        return new GetSessionTokenResponse(
                shape(
                        credentials.session(
                                principal.caller(),
                                principal.account(),
                                principal.parentKey(),
                                Duration.ofSeconds(seconds))));
    }

    private static StsShapes.Credentials shape(TemporaryCredentials made) {
        return new StsShapes.Credentials(
                made.accessKeyId(), made.secret(), made.sessionToken(), made.expiresAt());
    }

    private static AwsException notAuthorized(Principal principal, String roleArn) {
        return new AwsException(
                403,
                "AccessDenied",
                "User: %s is not authorized to perform: sts:AssumeRole on resource: %s"
                        .formatted(principal.arn(), roleArn));
    }

    private static AwsException words(ApiException error) {
        return new AwsException(400, "ValidationError", error.text());
    }
}
