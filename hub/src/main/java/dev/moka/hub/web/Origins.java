package dev.moka.hub.web;

import dev.moka.hub.errors.AccessDeniedException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps other sites out: requests for a host name that is not ours (DNS rebinding), and writes or
/// WebSockets that a page of another origin sends.
final class Origins {
    private static final Set<HandlerType> READS =
            Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Set<String> hosts;

    /// @param hosts the host names under which the hub may be reached, in lower case; empty for any
    Origins(Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
    }

    void checkHost(Context context) {
        String host = context.header("Host");
        if (!hosts.isEmpty() && (host == null || !hosts.contains(name(host)))) {
            throw new AccessDeniedException(
                    "The hub does not answer for the host '%s'; open it at one of %s, or start it with --allow-host"
                            .formatted(host, hosts));
        }
    }

    /// A write must come from our own pages, or from a program, which sends no `Origin`.
    void checkWrite(Context context) {
        if (!READS.contains(context.method())) {
            checkOrigin(context);
        }
    }

    void checkOrigin(Context context) {
        String origin = context.header("Origin");
        String site = context.header("Sec-Fetch-Site");
        boolean foreign =
                origin != null
                        ? !sameAuthority(origin, context.header("Host"))
                        : site != null && !site.equals("same-origin") && !site.equals("none");
        if (foreign) {
            throw new AccessDeniedException(
                    "The request comes from a page of another site ('%s'), which may not act here"
                            .formatted(origin == null ? site : origin));
        }
    }

    private static boolean sameAuthority(String origin, @Nullable String host) {
        try {
            URI uri = URI.create(origin);
            if (host == null || uri.getRawAuthority() == null) {
                return false;
            }
            String implied = "https".equals(uri.getScheme()) ? ":443" : ":80";
            return without(uri.getRawAuthority(), implied).equals(without(host, implied));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String without(String authority, String port) {
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
    }

    private static String name(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon >= 0 && host.indexOf(']', colon) < 0;
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }
}
