package dev.moka.hub.account;

import dev.moka.hub.identity.UserName;

/// The names of IAM's things in AWS's form.
public final class Arns {
    private Arns() {}

    public static String user(AccountId account, UserName user) {
        return "arn:aws:iam::%s:user/%s".formatted(account, user);
    }

    public static String userId(AccountId account, UserName user) {
        return KeyMaterial.uniqueId("AIDA", account, "user/" + user);
    }

    /// The ARN of a role.
    ///
    /// @param path begins and ends with a slash
    public static String role(AccountId account, String path, String name) {
        return "arn:aws:iam::%s:role%s%s".formatted(account, path, name);
    }

    public static String roleId(AccountId account, String name) {
        return KeyMaterial.uniqueId("AROA", account, "role/" + name);
    }

    public static String assumedRole(AccountId account, String role, String sessionName) {
        return "arn:aws:sts::%s:assumed-role/%s/%s".formatted(account, role, sessionName);
    }
}
