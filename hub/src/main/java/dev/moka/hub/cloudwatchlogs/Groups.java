package dev.moka.hub.cloudwatchlogs;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.errors.AccessDeniedException;
import dev.moka.hub.errors.ValidationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How requests name log groups: by name, or by ARN.
final class Groups {
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:logs:[a-z0-9-]+:(\\d{12}):log-group:([^:*]+)(:\\*)?");

    private Groups() {}

    /// The name of the group that a request means.
    static String name(Call call, @Nullable String name, @Nullable String identifier) {
        if (name != null && identifier != null) {
            throw new ValidationException(
                    "LogGroup name and LogGroup identifier are mutually exclusive parameters.");
        }
        if (name != null) {
            return name;
        }
        if (identifier == null) {
            throw new ValidationException("A logGroupName or logGroupIdentifier is required.");
        }
        Matcher arn = ARN.matcher(identifier);
        if (!arn.matches()) {
            return identifier;
        }
        if (!arn.group(1).equals(account(call).value())) {
            throw new AccessDeniedException(
                    "%s is not authorized to access %s: it belongs to another account"
                            .formatted(call.principal().arn(), identifier));
        }
        return arn.group(2);
    }

    static AccountId account(Call call) {
        return call.principal().account();
    }

    static String arn(Call call, String group) {
        return "arn:aws:logs:%s:%s:log-group:%s".formatted(call.region(), account(call), group);
    }
}
