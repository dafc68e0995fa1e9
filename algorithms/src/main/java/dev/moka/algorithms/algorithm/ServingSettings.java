package dev.moka.algorithms.algorithm;

import java.nio.file.Path;
import java.util.Map;

/// What an algorithm is given to serve a model.
///
/// @param environment the program's environment variables, some of which change the replies
public record ServingSettings(Path model, Map<String, String> environment, JobLog log) {
    public ServingSettings {
        environment = Map.copyOf(environment);
    }
}
