package dev.moka.hub.web;

import dev.moka.hub.identity.Caller;
import java.util.Optional;

/// Knows the browsers that are signed in to one notebook instance only.
@FunctionalInterface
public interface InstanceSessions {

    /// Whom a browser with this cookie acts for at this instance, if it may be there.
    Optional<Caller> caller(String owner, String instance, String cookie);
}
