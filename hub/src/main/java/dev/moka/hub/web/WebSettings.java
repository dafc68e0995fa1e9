package dev.moka.hub.web;

import java.util.Set;

/// How the hub is reached.
///
/// @param hosts host names that it answers for, empty for any
/// @param secure whether browsers come by https
/// @param sessionCookie name of the session cookie; cookies do not tell ports apart, so that it
///   should hold the port
public record WebSettings(Set<String> hosts, boolean secure, String sessionCookie) {

    public WebSettings {
        hosts = Set.copyOf(hosts);
    }
}
