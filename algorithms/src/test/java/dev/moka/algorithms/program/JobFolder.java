package dev.moka.algorithms.program;

import dev.moka.protocol.container.CheckpointConfig;
import dev.moka.protocol.container.HyperParameters;
import dev.moka.protocol.container.InputDataConfig;
import dev.moka.protocol.container.OptMl;
import dev.moka.protocol.container.ResourceConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// A container's folders for a test, filled as SageMaker fills them.
public record JobFolder(OptMl folders) {
    public static JobFolder in(Path base) {
        return new JobFolder(new OptMl(base));
    }

    /// Settings, one host, and a channel for each content type.
    public void configure(Map<String, String> hyperparameters, Map<String, String> contentTypes)
            throws IOException {
        Files.createDirectories(folders.inputConfig());
        Map<String, InputDataConfig.Channel> channels = new LinkedHashMap<>();
        contentTypes.forEach(
                (name, type) -> channels.put(name, InputDataConfig.Channel.files(type)));
        Files.write(folders.hyperParametersFile(), new HyperParameters(hyperparameters).toJson());
        Files.write(folders.inputDataConfigFile(), new InputDataConfig(channels).toJson());
        Files.write(
                folders.resourceConfigFile(),
                ResourceConfig.homogeneous("ml.m5.large", 1, 1).toJson());
    }

    public void keepCheckpoints() throws IOException {
        Files.write(
                folders.checkpointConfigFile(),
                new CheckpointConfig(CheckpointConfig.DEFAULT_LOCAL_PATH, null).toJson());
    }

    public void write(String channel, String file, String text) throws IOException {
        Path path = folders.channel(channel).resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    /// Rows whose class says whether the first feature is larger than the second, with some noise.
    public static String rows(int count, int features, int classes, long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int row = 0; row < count; row++) {
            double[] values = random.doubles(features).toArray();
            double signal = values[0] - values[1] + 0.1 * random.nextGaussian();
            int label =
                    classes == 2
                            ? (signal > 0 ? 1 : 0)
                            : Math.clamp((int) ((signal + 1) / 2 * classes), 0, classes - 1);
            text.append(label);
            for (double value : values) {
                text.append(String.format(Locale.ROOT, ",%.4f", value));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /// The features of the first row.
    public static String firstRow(String rows) {
        String line = rows.substring(0, rows.indexOf('\n'));
        return line.substring(line.indexOf(',') + 1);
    }
}
