package dev.moka.hub.sts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What STS takes and gives, by its members' names.
final class StsShapes {
    private StsShapes() {}

    record GetCallerIdentityResponse(String userId, String account, String arn) {}

    record Credentials(
            String accessKeyId, String secretAccessKey, String sessionToken, Instant expiration) {}

    record AssumeRoleRequest(
            String roleArn, String roleSessionName, @Nullable Integer durationSeconds) {}

    record AssumedRoleUser(String assumedRoleId, String arn) {}

    record AssumeRoleResponse(
            Credentials credentials, AssumedRoleUser assumedRoleUser, Integer packedPolicySize) {}

    record GetSessionTokenRequest(@Nullable Integer durationSeconds) {}

    record GetSessionTokenResponse(Credentials credentials) {}
}
