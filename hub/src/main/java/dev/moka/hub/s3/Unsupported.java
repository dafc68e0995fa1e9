package dev.moka.hub.s3;

import java.util.Map;

/// Headers that ask for what this server does not have, so that nobody believes to have got it.
final class Unsupported {
    private static final Map<String, String> OBJECT_HEADERS =
            Map.of(
                    "x-amz-server-side-encryption", "Server-side encryption",
                    "x-amz-server-side-encryption-customer-algorithm", "Server-side encryption",
                    "x-amz-copy-source-server-side-encryption-customer-algorithm",
                            "Server-side encryption",
                    "x-amz-object-lock-mode", "Object lock",
                    "x-amz-object-lock-legal-hold", "Object lock",
                    "x-amz-website-redirect-location", "Website redirects",
                    "x-amz-write-offset-bytes", "Appending to objects");

    private Unsupported() {}

    static void refuseObjectHeaders(Call call) {
        OBJECT_HEADERS.forEach((header, what) -> {
            if (call.header(header).isPresent()) {
                throw S3Errors.notImplemented(what);
            }
        });
        call.header("x-amz-storage-class")
                .filter(storageClass -> !storageClass.equals("STANDARD"))
                .ifPresent(_ -> {
                    throw S3Errors.notImplemented("Storage classes other than STANDARD");
                });
        Acls.requirePrivate(call);
    }

    static void refuseBucketHeaders(Call call) {
        if (call.header("x-amz-bucket-object-lock-enabled")
                .filter(value -> value.equalsIgnoreCase("true"))
                .isPresent()) {
            throw S3Errors.notImplemented("Object lock");
        }
        Acls.requirePrivate(call);
    }
}
