package dev.moka.hub.workload;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A program to run and its bounds. Its folder, `/opt/ml` to the program, is
/// [WorkloadRuntime#folder] and filled beforehand.
///
/// @param command the program and its arguments, by the paths of this machine
/// @param environment all the variables that it gets, beside `SAGEMAKER_BASE_DIR`
/// @param readable files and folders of this machine that it may read, beside the system's own
/// @param network what it may reach
public record WorkloadSpec(
        WorkloadId id,
        List<String> command,
        Map<String, String> environment,
        List<Path> readable,
        WorkloadLimits limits,
        NetworkAccess network) {

    public WorkloadSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        readable = List.copyOf(readable);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A workload needs a command");
        }
    }
}
