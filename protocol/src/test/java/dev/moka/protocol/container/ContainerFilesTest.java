package dev.moka.protocol.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ContainerFilesTest {
    @Test
    void theBaseIsOptMlUnlessTheEnvironmentMovesIt() {
        assertThat(OptMl.of(Map.of()).channel("train"))
                .isEqualTo(Path.of("/opt/ml/input/data/train"));
        OptMl moved = OptMl.of(Map.of("SAGEMAKER_BASE_DIR", "/tmp/job"));
        assertThat(moved.hyperParametersFile())
                .isEqualTo(Path.of("/tmp/job/input/config/hyperparameters.json"));
        assertThat(moved.pipe("train", 1)).isEqualTo(Path.of("/tmp/job/input/data/train_1"));
        assertThat(moved.failureFile()).isEqualTo(Path.of("/tmp/job/output/failure"));
    }

    @Test
    void checkpointsGoWhereTheRequestSaysUnderTheBase() {
        OptMl moved = new OptMl(Path.of("/tmp/job"));
        var config = CheckpointConfig.parse(utf8("{}"));
        assertThat(moved.resolve(config.localPath())).isEqualTo(Path.of("/tmp/job/checkpoints"));
        assertThat(moved.resolve("/opt/ml/other/x")).isEqualTo(Path.of("/tmp/job/other/x"));
        assertThat(moved.resolve("/scratch")).isEqualTo(Path.of("/scratch"));
        assertThat(CheckpointConfig.parse(config.toJson())).isEqualTo(config);
    }

    @Test
    void hyperParametersKeepTheirTextAndOrder() {
        HyperParameters given = HyperParameters.parse(utf8("{\"eta\":\"0.30\",\"num_round\":10}"));
        assertThat(given.values())
                .containsExactly(Map.entry("eta", "0.30"), Map.entry("num_round", "10"));
        assertThat(HyperParameters.parse(given.toJson())).isEqualTo(given);
        assertThat(given.value("gamma")).isEmpty();
    }

    @Test
    void anUnreadableFileIsNamed() {
        assertThatThrownBy(() -> HyperParameters.parse(utf8("[1]")))
                .isInstanceOf(ContainerException.class)
                .hasMessageStartingWith("hyperparameters.json: ");
        assertThatThrownBy(() -> InputDataConfig.parse(utf8("{\"train\":3}")))
                .hasMessage("inputdataconfig.json: channel 'train' is not an object");
        assertThatThrownBy(() -> ResourceConfig.parse(utf8("{\"hosts\":[\"algo-1\"]}")))
                .hasMessage("resourceconfig.json: 'current_host' is missing");
    }

    @Test
    void aChannelReadsAsAwsWritesIt() {
        var config =
                InputDataConfig.parse(
                        utf8(
                                """
                                {"train":{"ContentType":"text/csv","TrainingInputMode":"File",
                                "S3DistributionType":"ShardedByS3Key","RecordWrapperType":"None"},"validation":{}}
                                """));
        assertThat(config.channels().get("train"))
                .isEqualTo(
                        new InputDataConfig.Channel("text/csv", "File", "ShardedByS3Key", "None"));
        assertThat(config.channels().get("validation"))
                .isEqualTo(InputDataConfig.Channel.files(null));
        assertThat(InputDataConfig.parse(config.toJson())).isEqualTo(config);
    }

    @Test
    void hostsAreInNumericOrder() {
        ResourceConfig config = ResourceConfig.homogeneous("ml.m5.large", 11, 10);
        assertThat(config.hosts()).startsWith("algo-1", "algo-2").endsWith("algo-10", "algo-11");
        assertThat(ResourceConfig.parse(config.toJson())).isEqualTo(config);
        assertThatThrownBy(() ->
                        new ResourceConfig("algo-3", "", "", List.of("algo-1"), List.of(), "eth0"))
                .hasMessageContaining("'algo-3' is none of [algo-1]");
    }

    @Test
    void whatTheContainerLeavesOpenStaysOpen() {
        var open = ExecutionParameters.parse(utf8("{\"MaxPayloadInMB\":6}"));
        assertThat(open.maxConcurrentTransforms()).isEmpty();
        assertThat(open.batchStrategy()).isNull();
        assertThat(ExecutionParameters.parse(open.toJson())).isEqualTo(open);
    }

    @Test
    void batchVariablesAreSetOnlyWhenTheRequestSetsThem() {
        var bare = new BatchVariables(OptionalInt.empty(), null, OptionalInt.empty());
        assertThat(bare.toEnvironment()).isEqualTo(Map.of("SAGEMAKER_BATCH", "true"));
        assertThat(BatchVariables.isBatch(bare.toEnvironment())).isTrue();
        var full = new BatchVariables(OptionalInt.of(8), "SINGLE_RECORD", OptionalInt.of(2));
        assertThat(full.toEnvironment())
                .containsEntry("SAGEMAKER_MAX_PAYLOAD_IN_MB", "8")
                .containsEntry("SAGEMAKER_BATCH_STRATEGY", "SINGLE_RECORD")
                .containsEntry("SAGEMAKER_MAX_CONCURRENT_TRANSFORMS", "2");
    }

    @Test
    void aRequestCannotRenameItsJob() {
        var variables = new TrainingVariables("job", "arn:aws:sagemaker:x", "eu-west-1");
        assertThat(variables.over(Map.of("TRAINING_JOB_NAME", "other", "A", "b")))
                .containsEntry("TRAINING_JOB_NAME", "job")
                .containsEntry("A", "b");
    }

    @Test
    void thePortIs8080UnlessTheEnvironmentSaysOtherwise() {
        assertThat(Serving.port(Map.of())).isEqualTo(8080);
        assertThat(Serving.port(Map.of("SAGEMAKER_BIND_TO_PORT", "0"))).isZero();
        assertThatThrownBy(() -> Serving.port(Map.of("SAGEMAKER_BIND_TO_PORT", "http")))
                .hasMessage("SAGEMAKER_BIND_TO_PORT is 'http'; a number from 0 to 65535 is wanted");
    }

    @Test
    void anExitStatusTellsWhoIsToBlame() {
        for (ExitCode code : ExitCode.values()) {
            assertThat(ExitCode.of(code.status())).isEqualTo(code);
        }
        assertThat(ExitCode.of(137)).isEqualTo(ExitCode.KILLED);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
