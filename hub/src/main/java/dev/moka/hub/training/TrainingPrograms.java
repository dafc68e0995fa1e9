package dev.moka.hub.training;

import dev.moka.hub.host.Allotment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The programs that this machine runs in place of images.
public interface TrainingPrograms {

    /// What stands for an image, empty when nothing does.
    Optional<Image> find(String image);

    /// An image that can be run here.
    ///
    /// @param metrics that AWS defines for it
    record Image(String name, List<MetricDefinition> metrics, Commands commands) {
        public Image {
            metrics = List.copyOf(metrics);
        }
    }

    /// Makes the command line for what a job gets of this machine.
    interface Commands {
        Program train(Allotment allotment);
    }

    /// A command with what it needs.
    ///
    /// @param readable files and folders that it must see
    record Program(List<String> command, Map<String, String> environment, List<Path> readable) {
        public Program {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
            readable = List.copyOf(readable);
        }
    }
}
