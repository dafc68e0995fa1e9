package dev.moka.hub.sagemaker;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.operation.Call;

/// The role that a request hands to what it makes.
public final class PassedRole {

    private PassedRole() {}

    /// Refuses the role of another account.
    public static void require(Call call, String role) {
        if (!role.contains("::" + call.principal().account() + ":")) {
            throw new AwsException(
                    400,
                    "AccessDeniedException",
                    "Cross-account pass role is not allowed: role '%s' is not of account %s"
                            .formatted(role, call.principal().account()));
        }
    }
}
