package dev.moka.hub.s3;

import dev.moka.hub.account.AccountId;

/// Who owns what, as S3 writes it.
final class Owners {
    private Owners() {}

    static void write(Xml xml, String element, AccountId account) {
        xml.open(element, x -> x.add("ID", id(account)).add("DisplayName", account));
    }

    /// The canonical user id of an account: 64 hex digits, the same each time.
    static String id(AccountId account) {
        return dev.moka.hub.identity.Secrets.hash("canonical user of " + account);
    }
}
