package dev.moka.lab.contents;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Remembers which notebooks were made here, so that the HTML and scripts in their outputs may run.
///
/// As in Jupyter, a notebook is trusted while an HMAC of the whole file's hash is on the list, and
/// cells carry `metadata.trusted` between server and editor, never in the file.
final class Notary {
    private static final int KEPT = 20_000;
    private static final Set<String> SAFE = Set.of("output_type", "execution_count", "metadata");

    private final Path keyFile;
    private final Path signatureFile;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<String> signatures = new LinkedHashSet<>();
    private final SecretKeySpec key;

    Notary(Path folder) throws IOException {
        Files.createDirectories(folder);
        keyFile = folder.resolve("key");
        signatureFile = folder.resolve("signatures");
        key = new SecretKeySpec(loadKey(), "HmacSHA256");
        if (Files.exists(signatureFile)) {
            signatures.addAll(Files.readAllLines(signatureFile, StandardCharsets.UTF_8));
        }
    }

    private byte[] loadKey() throws IOException {
        if (Files.exists(keyFile) && Files.size(keyFile) >= 32) {
            return Files.readAllBytes(keyFile);
        }
        byte[] bytes = new byte[64];
        new SecureRandom().nextBytes(bytes);
        Files.deleteIfExists(keyFile);
        Files.createFile(
                keyFile,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(keyFile, bytes);
        return bytes;
    }

    /// Whether the file with this SHA-256 was made here.
    boolean trusts(String hash) {
        String signature = sign(hash);
        lock.lock();
        try {
            return signatures.contains(signature);
        } finally {
            lock.unlock();
        }
    }

    /// Remembers the file with this SHA-256.
    void trust(String hash) throws IOException {
        String signature = sign(hash);
        lock.lock();
        try {
            if (!signatures.add(signature)) {
                return;
            }
            if (signatures.size() > KEPT) {
                forgetTheOlderHalf();
                Files.write(signatureFile, signatures, StandardCharsets.UTF_8);
            } else {
                Files.write(
                        signatureFile, List.of(signature), StandardCharsets.UTF_8, CREATE, APPEND);
            }
        } finally {
            lock.unlock();
        }
    }

    private void forgetTheOlderHalf() {
        List<String> all = List.copyOf(signatures);
        signatures.clear();
        signatures.addAll(all.subList(all.size() / 2, all.size()));
    }

    /// Marks every code cell for the editor.
    static void mark(JsonNode notebook, boolean trusted) {
        for (JsonNode cell : notebook.path("cells")) {
            if (isCode(cell) && cell.path("metadata") instanceof ObjectNode metadata) {
                metadata.put("trusted", trusted);
            }
        }
    }

    /// Whether every code cell is marked as trusted, or has no output that could do harm.
    static boolean allTrusted(JsonNode notebook) {
        return notebook.path("cells")
                .valueStream()
                .filter(Notary::isCode)
                .allMatch(cell -> isMarked(cell) || isHarmless(cell));
    }

    private static boolean isMarked(JsonNode cell) {
        JsonNode mark = cell.path("metadata").path("trusted");
        return mark.isBoolean() && mark.asBoolean();
    }

    private static boolean isHarmless(JsonNode cell) {
        return cell.path("outputs")
                .valueStream()
                .filter(Notary::isRich)
                .allMatch(output -> SAFE.containsAll(output.propertyNames()));
    }

    private static boolean isRich(JsonNode output) {
        JsonNode type = output.path("output_type");
        return type.isString()
                && (type.asString().equals("display_data")
                        || type.asString().equals("execute_result"));
    }

    private static boolean isCode(JsonNode cell) {
        JsonNode type = cell.path("cell_type");
        return type.isString() && type.asString().equals("code");
    }

    private String sign(String hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(hash.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
