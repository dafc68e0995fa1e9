package dev.moka.hub;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words of a command line as options with values: `--port 8080`, `--port=8080`, or `--help`
/// alone.
final class Options {
    private final Map<String, String> values = new LinkedHashMap<>();

    private Options() {}

    /// @param flags names that have no value
    static Options parse(List<String> words, Set<String> names, Set<String> flags) {
        Options options = new Options();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String name = word.replaceFirst("=.*", "");
            if (flags.contains(word)) {
                options.values.put(word, "");
            } else if (!names.contains(name)) {
                throw new ConfigException(
                        "There is no option '%s'; --help lists those that there are"
                                .formatted(word));
            } else if (word.length() > name.length()) {
                options.values.put(name, word.substring(name.length() + 1));
            } else if (i + 1 < words.size()) {
                options.values.put(name, words.get(++i));
            } else {
                throw new ConfigException("The option %s needs a value after it".formatted(name));
            }
        }
        return options;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }
}
