package dev.moka.hub.aws.signature;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;

/// The keys derived from secrets, each kept for its day, because to derive one takes four HMACs.
final class SigningKeys {
    private static final int MOST = 4096;

    private final ConcurrentHashMap<Entry, byte[]> keys = new ConcurrentHashMap<>();

    private record Entry(String accessKeyId, String secret, Scope scope) {}

    byte[] key(String accessKeyId, String secret, Scope scope) {
        Entry entry = new Entry(accessKeyId, secret, scope);
        byte[] known = keys.get(entry);
        if (known != null) {
            return known;
        }
        return derive(secret, scope);
    }

    /// Keeps the key of somebody whose signature was right; what strangers send fills nothing.
    void keep(String accessKeyId, String secret, Scope scope, byte[] key) {
        if (keys.size() >= MOST) {
            keys.clear();
        }
        keys.putIfAbsent(new Entry(accessKeyId, secret, scope), key);
    }

    private static byte[] derive(String secret, Scope scope) {
        byte[] first = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        byte[] date = Digests.hmac(first, scope.date());
        byte[] region = Digests.hmac(date, scope.region());
        byte[] service = Digests.hmac(region, scope.service());
        return Digests.hmac(service, Scope.END);
    }
}
