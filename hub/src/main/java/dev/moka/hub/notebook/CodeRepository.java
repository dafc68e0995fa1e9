package dev.moka.hub.notebook;

import dev.moka.hub.identity.UserName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A Git repository under a name of the owner's, to be cloned into notebook instances.
///
/// @param url begins with `https://`
/// @param branch what is checked out, absent for the repository's own default
/// @param secretArn where AWS keeps the credentials; kept, not used
public record CodeRepository(
        UserName owner,
        String name,
        String url,
        @Nullable String branch,
        @Nullable String secretArn,
        Instant createdAt,
        Instant changedAt) {

    /// The same with other credentials, which is all that can be changed.
    public CodeRepository withSecret(@Nullable String next, Instant at) {
        return new CodeRepository(owner, name, url, branch, next, createdAt, at);
    }
}
