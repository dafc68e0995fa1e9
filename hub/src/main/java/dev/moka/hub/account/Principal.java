package dev.moka.hub.account;

import dev.moka.hub.identity.Caller;

/// Who an AWS client acts for, once its signature was checked.
///
/// @param account whose resources the request is about
/// @param caller the person behind the credentials, for what is shared with the pages
/// @param arn as `sts:GetCallerIdentity` gives it: a user, or a session of a role
/// @param userId as `sts:GetCallerIdentity` gives it
/// @param accessKeyId the key that signed
/// @param parentKey the long-lived key that the credentials come from: the same for one, empty for
///   those of a notebook instance
public record Principal(
        AccountId account,
        Caller caller,
        String arn,
        String userId,
        String accessKeyId,
        String parentKey) {

    /// Whether the credentials end by themselves.
    public boolean isTemporary() {
        return !accessKeyId.equals(parentKey);
    }

    /// Whether this is a session of a role.
    public boolean isRole() {
        return arn.contains(":assumed-role/");
    }
}
