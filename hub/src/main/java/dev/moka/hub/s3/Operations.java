package dev.moka.hub.s3;

import dev.moka.hub.s3.Operation.Handler;
import dev.moka.hub.s3.Target.Level;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The table of operations, and of what S3 has beyond them.
final class Operations {
    private static final List<String> IN_ORDER_OF_NAME =
            List.of(
                    "accelerate=Transfer acceleration",
                    "analytics=Analytics configurations",
                    "encryption=Encryption configurations",
                    "intelligent-tiering=Intelligent-Tiering configurations",
                    "inventory=Inventory configurations",
                    "legal-hold=Object lock",
                    "lifecycle=Lifecycle configurations",
                    "logging=Access logging",
                    "metadataConfiguration=Metadata tables",
                    "metadataTable=Metadata tables",
                    "metrics=Metrics configurations",
                    "notification=Event notifications",
                    "object-lock=Object lock",
                    "ownershipControls=Ownership controls",
                    "policy=Bucket policies",
                    "policyStatus=Bucket policies",
                    "publicAccessBlock=Public access block",
                    "renameObject=RenameObject",
                    "replication=Replication",
                    "requestPayment=Requester pays",
                    "restore=RestoreObject",
                    "retention=Object lock",
                    "select=SelectObjectContent",
                    "session=Directory buckets",
                    "torrent=GetObjectTorrent",
                    "versioning=Versioning",
                    "versions=Versioning",
                    "website=Static website hosting");

    private final List<Operation> table = new ArrayList<>();

    Operations add(String name, String method, Level level, Handler handler) {
        return add(name, method, level, null, null, handler);
    }

    Operations add(String name, String method, Level level, String sub, Handler handler) {
        return add(name, method, level, sub, null, handler);
    }

    Operations add(
            String name,
            String method,
            Level level,
            @Nullable String sub,
            @Nullable String header,
            Handler handler) {
        table.add(new Operation(name, method, level, sub, header, handler));
        return this;
    }

    /// The rows, as they are documented.
    List<Operation> all() {
        return List.copyOf(table);
    }

    Operation find(Call call, String method) {
        Operation best =
                table.stream()
                        .filter(operation -> operation.isFor(call, method))
                        .max(Comparator.comparingInt(Operation::weight))
                        .orElse(null);
        if (best == null || best.sub() == null) {
            refuseWhatIsMissing(call);
        }
        if (best == null) {
            throw S3Errors.methodNotAllowed();
        }
        return best;
    }

    private static void refuseWhatIsMissing(Call call) {
        for (String entry : IN_ORDER_OF_NAME) {
            int split = entry.indexOf('=');
            if (call.head().has(entry.substring(0, split))) {
                throw S3Errors.notImplemented(entry.substring(split + 1));
            }
        }
    }
}
