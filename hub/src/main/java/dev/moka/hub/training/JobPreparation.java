package dev.moka.hub.training;

import dev.moka.hub.training.ChannelDownload.Volume;
import dev.moka.hub.training.JobStorage.S3Object;
import dev.moka.hub.training.TrainingJobSpec.Checkpoints;
import dev.moka.protocol.container.CheckpointConfig;
import dev.moka.protocol.container.HyperParameters;
import dev.moka.protocol.container.InputDataConfig;
import dev.moka.protocol.container.OptMl;
import dev.moka.protocol.container.ResourceConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Fills the folder of a job before its program starts; what an earlier try left is thrown away.
final class JobPreparation {
    private final JobStorage storage;

    JobPreparation(JobStorage storage) {
        this.storage = storage;
    }

    void prepare(TrainingJob job, Path folder) throws IOException, InterruptedException {
        clear(folder);
        OptMl ml = new OptMl(folder);
        TrainingJobSpec spec = job.spec();
        storage.requireWritable(job.key().account(), spec.outputPath());
        writeSettings(spec, ml);
        Volume volume = new Volume(spec.resources().volumeSizeInGb());
        for (Channel channel : spec.channels()) {
            new ChannelDownload(
                            storage,
                            job.key().account(),
                            channel,
                            ml.channel(channel.name()),
                            volume)
                    .run(0, 1);
        }
        for (Path made : new Path[] {ml.model(), ml.outputData(), ml.inputData()}) {
            Files.createDirectories(made);
        }
        Checkpoints checkpoints = spec.checkpoints();
        if (checkpoints != null) {
            restore(job, checkpoints, ml, volume);
        }
    }

    private static void writeSettings(TrainingJobSpec spec, OptMl ml) throws IOException {
        Files.createDirectories(ml.inputConfig());
        Files.write(ml.hyperParametersFile(), new HyperParameters(spec.hyperParameters()).toJson());
        Map<String, InputDataConfig.Channel> channels = new LinkedHashMap<>();
        for (Channel channel : spec.channels()) {
            channels.put(
                    channel.name(),
                    new InputDataConfig.Channel(
                            channel.contentType(),
                            channel.inputMode().name(),
                            channel.distribution().name(),
                            channel.recordWrapper().name()));
        }
        Files.write(ml.inputDataConfigFile(), new InputDataConfig(channels).toJson());
        Files.write(
                ml.resourceConfigFile(),
                ResourceConfig.homogeneous(spec.resources().instanceType(), 1, 1).toJson());
        Checkpoints checkpoints = spec.checkpoints();
        if (checkpoints != null) {
            Files.write(
                    ml.checkpointConfigFile(),
                    new CheckpointConfig(checkpoints.localPath(), checkpoints.uri().toString())
                            .toJson());
        }
    }

    private void restore(TrainingJob job, Checkpoints checkpoints, OptMl ml, Volume volume)
            throws IOException {
        Path folder = ml.resolve(checkpoints.localPath());
        Files.createDirectories(folder);
        S3Uri prefix = checkpoints.uri().resolve("");
        for (S3Object object : storage.list(job.key().account(), prefix)) {
            String name = object.key().substring(prefix.key().length());
            Path target = folder.resolve(name).normalize();
            if (!name.isEmpty() && !name.endsWith("/") && target.startsWith(folder)) {
                volume.take(object.size());
                Files.createDirectories(target.getParent());
                storage.fetch(
                        job.key().account(), new S3Uri(prefix.bucket(), object.key()), target);
            }
        }
    }

    static void clear(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }
}
