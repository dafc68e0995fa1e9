package dev.moka.hub.cloudwatchlogs;

import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.aws.operation.PageTokens;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.logs.LogGroup;
import dev.moka.hub.logs.Logs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The operations on log groups.
final class GroupOperations {
    private static final Set<Integer> RETENTIONS =
            Set.of(
                    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192,
                    2557, 2922, 3288, 3653);
    private static final int PAGE = 50;

    private final Logs logs;
    private final PageTokens tokens;

    GroupOperations(Logs logs, PageTokens tokens) {
        this.logs = logs;
        this.tokens = tokens;
    }

    record NameRequest(String logGroupName) {}

    record DescribeRequest(
            @Nullable String logGroupNamePrefix,
            @Nullable String logGroupNamePattern,
            @Nullable String nextToken,
            @Nullable Integer limit) {}

    record Group(
            String logGroupName,
            Long creationTime,
            @Nullable Integer retentionInDays,
            Integer metricFilterCount,
            String arn,
            Long storedBytes,
            String logGroupClass,
            String logGroupArn) {}

    record DescribeResponse(List<Group> logGroups, @Nullable String nextToken) {}

    record RetentionRequest(String logGroupName, Integer retentionInDays) {}

    List<Operation<?, ?>> table() {
        return List.of(
                Operation.of("CreateLogGroup", NameRequest.class, this::create)
                        .differing("kmsKeyId, tags and logGroupClass are ignored."),
                Operation.of("DeleteLogGroup", NameRequest.class, this::delete),
                Operation.of(
                                "DescribeLogGroups",
                                DescribeRequest.class,
                                DescribeResponse.class,
                                this::describe)
                        .differing("Only the caller's account is searched.", "storedBytes is 0."),
                Operation.of("PutRetentionPolicy", RetentionRequest.class, this::retain)
                        .differing("Kept and given back; no event is deleted by its age."),
                Operation.of("DeleteRetentionPolicy", NameRequest.class, this::retainForEver));
    }

    private void create(Call call, NameRequest request) {
        logs.createGroup(Groups.account(call), request.logGroupName());
    }

    private void delete(Call call, NameRequest request) {
        logs.deleteGroup(Groups.account(call), request.logGroupName());
    }

    private void retain(Call call, RetentionRequest request) {
        if (!RETENTIONS.contains(request.retentionInDays())) {
            throw new ValidationException(
                    "1 validation error detected: Value '%d' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: %s"
                            .formatted(
                                    request.retentionInDays(),
                                    RETENTIONS.stream().sorted().toList()));
        }
        logs.setRetention(Groups.account(call), request.logGroupName(), request.retentionInDays());
    }

    private void retainForEver(Call call, NameRequest request) {
        logs.setRetention(Groups.account(call), request.logGroupName(), null);
    }

    private DescribeResponse describe(Call call, DescribeRequest request) {
        if (request.logGroupNamePrefix() != null && request.logGroupNamePattern() != null) {
            throw new ValidationException(
                    "LogGroup name prefix and LogGroup name pattern are mutually exclusive"
                            + " parameters.");
        }
        String prefix = Objects.requireNonNullElse(request.logGroupNamePrefix(), "");
        String pattern = Objects.requireNonNullElse(request.logGroupNamePattern(), "");
        String query = "DescribeLogGroups/" + prefix + "/" + pattern;
        String after =
                Objects.requireNonNullElse(tokens.place(call, query, request.nextToken()), "");
        int most = Objects.requireNonNullElse(request.limit(), PAGE);
        List<LogGroup> found = found(call, prefix, pattern, after, most + 1);
        List<Group> page = found.stream().limit(most).map(g -> shape(call, g)).toList();
        return new DescribeResponse(
                page,
                found.size() > most
                        ? tokens.token(call, query, page.getLast().logGroupName())
                        : null);
    }

    /// A pattern matches anywhere in a name, in upper or lower case.
    private List<LogGroup> found(
            Call call, String prefix, String pattern, String after, int wanted) {
        List<LogGroup> found = new ArrayList<>();
        String place = after;
        while (found.size() < wanted) {
            List<LogGroup> next = logs.groups(Groups.account(call), prefix, place, wanted);
            next.stream().filter(g -> matches(g, pattern)).forEach(found::add);
            if (next.size() < wanted) {
                break;
            }
            place = next.getLast().name();
        }
        return found.stream().limit(wanted).toList();
    }

    private static boolean matches(LogGroup group, String pattern) {
        return group.name().toLowerCase(Locale.ROOT).contains(pattern.toLowerCase(Locale.ROOT));
    }

    private static Group shape(Call call, LogGroup group) {
        String arn = Groups.arn(call, group.name());
        return new Group(
                group.name(),
                group.createdAt().toEpochMilli(),
                group.retentionDays(),
                0,
                arn + ":*",
                0L,
                "STANDARD",
                arn);
    }
}
