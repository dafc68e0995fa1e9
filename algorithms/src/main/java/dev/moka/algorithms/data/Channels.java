package dev.moka.algorithms.data;

import dev.moka.algorithms.algorithm.AlgorithmTable;
import dev.moka.algorithms.algorithm.JobError;
import dev.moka.protocol.container.InputDataConfig;
import java.util.Map;

/// The check of a job's channels against what its algorithm knows, in AWS's words.
public final class Channels {
    private Channels() {}

    /// Checks them all.
    ///
    /// @throws JobError.Client when one is missing, unknown, or in a mode that is not read
    public static void validate(AlgorithmTable table, InputDataConfig config) {
        for (AlgorithmTable.Channel channel : table.channels()) {
            if (channel.required() && !config.channels().containsKey(channel.name())) {
                throw new JobError.Client("Missing required channel: " + channel.name());
            }
        }
        for (Map.Entry<String, InputDataConfig.Channel> channel : config.channels().entrySet()) {
            known(table, channel.getKey());
            if (channel.getValue().trainingInputMode().equals("Pipe")) {
                throw new JobError.Client(
                        "Pipe mode is no longer supported (channel '%s'). Please use Fast File mode instead. Set"
                                        .formatted(channel.getKey())
                                + " TrainingInputMode to File or FastFile.");
            }
        }
    }

    private static void known(AlgorithmTable table, String name) {
        if (table.channels().stream().noneMatch(channel -> channel.name().equals(name))) {
            throw new JobError.Client(
                    "Extraneous channel found: %s; %s takes %s"
                            .formatted(
                                    name,
                                    table.name(),
                                    String.join(
                                            ", ",
                                            table.channels().stream()
                                                    .map(AlgorithmTable.Channel::name)
                                                    .toList())));
        }
    }
}
