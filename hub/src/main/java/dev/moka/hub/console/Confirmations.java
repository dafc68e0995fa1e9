package dev.moka.hub.console;

import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.notebook.InstanceDetails;
import java.util.ArrayList;
import java.util.List;

/// What is asked before something is lost, and what would be.
final class Confirmations {
    private Confirmations() {}

    /// The typed word, if it is the right one.
    static String require(String word, String typed) {
        if (!typed.strip().equals(word)) {
            throw new ValidationException(
                    "That is not the name. Type %s to go on.".formatted(word));
        }
        return typed;
    }

    static List<String> losses(InstanceDetails details, Workspaces.Contents contents) {
        List<String> losses = new ArrayList<>();
        losses.add(files(contents));
        int starts = details.instance().starts();
        if (starts > 0) {
            losses.add("the logs of " + Words.count(starts, "start"));
        }
        return losses;
    }

    private static String files(Workspaces.Contents contents) {
        if (contents.files() == 0) {
            return "no files: its folder is empty";
        }
        String all = Words.count(contents.files(), "file") + ", " + Words.bytes(contents.bytes());
        return contents.notebooks().isEmpty()
                ? all
                : all + ", among them " + String.join(", ", contents.notebooks());
    }
}
