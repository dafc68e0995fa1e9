package dev.moka.hub.s3;

import dev.moka.hub.account.AccountId;

import java.io.IOException;
import java.util.Set;

/// Access control lists: everything is its owner's alone, as in AWS's buckets since 2023.
final class Acls {
    private static final Set<String> PRIVATE = Set.of("private", "bucket-owner-full-control");

    private Acls() {}

    static void write(Call call, AccountId owner) throws IOException {
        call.xml(
                Xml.of(
                        "AccessControlPolicy",
                        xml -> {
                            Owners.write(xml, "Owner", owner);
                            xml.open(
                                    "AccessControlList",
                                    x ->
                                            x.open(
                                                    "Grant",
                                                    grant ->
                                                            grant.grantee(Owners.id(owner))
                                                                    .add(
                                                                            "Permission",
                                                                            "FULL_CONTROL")));
                        }));
    }

    static void requirePrivate(Call call) {
        boolean granted =
                call.head().headers().names().stream()
                        .anyMatch(name -> name.startsWith("x-amz-grant-"));
        if (granted || call.header("x-amz-acl").filter(acl -> !PRIVATE.contains(acl)).isPresent()) {
            throw S3Errors.error(
                    400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
        }
    }
}
