package dev.moka.hub.iam;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What IAM takes and gives, by its members' names.
final class IamShapes {
    private IamShapes() {}

    record Role(
            String path,
            String roleName,
            String roleId,
            String arn,
            Instant createDate,
            String assumeRolePolicyDocument,
            @Nullable String description,
            Integer maxSessionDuration) {}

    record RoleNameRequest(String roleName) {}

    record RoleResponse(Role role) {}

    record CreateRoleRequest(
            @Nullable String path,
            String roleName,
            String assumeRolePolicyDocument,
            @Nullable String description,
            @Nullable Integer maxSessionDuration) {}

    record ListRolesRequest(
            @Nullable String pathPrefix, @Nullable String marker, @Nullable Integer maxItems) {}

    record ListRolesResponse(List<Role> roles, Boolean isTruncated, @Nullable String marker) {}

    record User(String path, String userName, String userId, String arn, Instant createDate) {}

    record UserNameRequest(@Nullable String userName) {}

    record GetUserResponse(User user) {}

    record AccessKeyMetadata(
            String userName, String accessKeyId, String status, Instant createDate) {}

    record ListAccessKeysResponse(List<AccessKeyMetadata> accessKeyMetadata, Boolean isTruncated) {}
}
