package dev.moka.lab.notebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Gives every cell of an nbformat 4.5 notebook an id of its own.
///
/// An id that is missing or taken is derived from the cell's place and text, so that everyone who
/// reads the same file gets the same ids.
final class CellIds {
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private CellIds() {}

    static void complete(ObjectNode notebook) {
        Set<String> taken = new HashSet<>();
        int place = 0;
        for (JsonNode node : notebook.path("cells")) {
            if (node instanceof ObjectNode cell) {
                String id = Trees.text(cell.path("id"));
                if (!FORM.matcher(id).matches() || taken.contains(id)) {
                    id = derived(cell, place, taken);
                    cell.put("id", id);
                }
                taken.add(id);
            }
            place++;
        }
    }

    private static String derived(ObjectNode cell, int place, Set<String> taken) {
        for (int attempt = 0; ; attempt++) {
            String id = hash(place + ":" + attempt + ":" + Trees.text(cell.path("source")));
            if (!taken.contains(id)) {
                return id;
            }
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
