package dev.moka.algorithms.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {
    private static final String CSV = "text/csv";

    @TempDir Path base;

    @Test
    void aModelAnswersInEveryFormat() throws Exception {
        JobFolder job = trained(Map.of("num_round", "4", "objective", "binary:logistic"), 2);
        String row = JobFolder.firstRow(JobFolder.rows(600, 5, 2, 1));
        try (var program = AlgorithmProgram.start("serve", job, Map.of())) {
            URI uri = program.listening();
            assertThat(program.get(uri.resolve("/ping")).statusCode()).isEqualTo(200);
            assertThat(program.get(uri.resolve("/execution-parameters")).body())
                    .contains("\"BatchStrategy\":\"MULTI_RECORD\"", "\"MaxPayloadInMB\":6");
            String score = program.invoke(uri, CSV, "*/*", row).body().strip();
            assertThat(Double.parseDouble(score)).isBetween(0.0, 1.0);
            assertThat(program.invoke(uri, CSV, CSV, row + "\n" + row + "\n").body())
                    .isEqualTo(score + "\n" + score + "\n");
            assertThat(program.invoke(uri, CSV, "application/json", row).body())
                    .isEqualTo("{\"predictions\": [{\"score\": " + score + "}]}");
            assertThat(program.invoke(uri, CSV, "application/jsonlines", row).body())
                    .isEqualTo("{\"score\": " + score + "}\n");
            assertThat(program.invoke(uri, "text/libsvm", CSV, libSvm(row, 0)).body().strip())
                    .isEqualTo(score);
            assertThat(program.invoke(uri, "text/x-libsvm", CSV, libSvm(row, 1)).body().strip())
                    .isEqualTo(score);
            program.terminate();
            assertThat(program.end()).isZero();
        }
    }

    @Test
    void whatIsWrongWithARequestIsSaid() throws Exception {
        JobFolder job = trained(Map.of("num_round", "2", "objective", "binary:logistic"), 2);
        try (var program = AlgorithmProgram.start("serve", job, Map.of())) {
            URI uri = program.listening();
            var wide = program.invoke(uri, CSV, CSV, "1,2,3,4,5,6");
            assertThat(wide.statusCode()).isEqualTo(400);
            assertThat(wide.body())
                    .isEqualTo(
                            "Unable to evaluate payload provided: Feature size of csv inference"
                                    + " data 6 is not consistent with feature size of trained model"
                                    + " 5.");
            var text = program.invoke(uri, CSV, CSV, "1,2,3,4,5\n1,2,x,4,5");
            assertThat(text.statusCode()).isEqualTo(415);
            assertThat(text.body()).contains("row 2, column 3", "'x'");
            assertThat(program.invoke(uri, "application/json", CSV, "{}").statusCode())
                    .isEqualTo(415);
            assertThat(program.invoke(uri, CSV, "image/png", "1,2,3,4,5").statusCode())
                    .isEqualTo(406);
            assertThat(program.invoke(uri, CSV, CSV, "").statusCode()).isEqualTo(204);
            assertThat(program.invoke(uri, CSV, CSV, "1".repeat((6 << 20) + 1)).statusCode())
                    .isEqualTo(413);
            assertThat(program.get(uri.resolve("/models")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void selectedOutputAndBatchesAreAnsweredAsAwsDoes() throws Exception {
        JobFolder job =
                trained(
                        Map.of("num_round", "3", "objective", "multi:softprob", "num_class", "3"),
                        3);
        String row = JobFolder.firstRow(JobFolder.rows(600, 5, 3, 1));
        var selected = Map.of("SAGEMAKER_INFERENCE_OUTPUT", "predicted_label,labels,probability");
        try (var program = AlgorithmProgram.start("serve", job, selected)) {
            assertThat(program.invoke(program.listening(), CSV, "application/json", row).body())
                    .matches(
                            "\\{\"predictions\": \\[\\{\"predicted_label\": [012], \"labels\":"
                                    + " \\[0, 1, 2], \"probability\": 0\\.\\d+}]}");
        }
        try (var program =
                AlgorithmProgram.start("serve", job, Map.of("SAGEMAKER_BATCH", "true"))) {
            assertThat(program.invoke(program.listening(), CSV, CSV, row).body())
                    .matches("\\[0\\.\\d+, 0\\.\\d+, 0\\.\\d+]\n");
        }
    }

    @Test
    void foldsAnswerTogether() throws Exception {
        JobFolder job =
                trained(Map.of("num_round", "2", "objective", "binary:hinge", "_kfold", "3"), 2);
        String row = JobFolder.firstRow(JobFolder.rows(600, 5, 2, 1));
        try (var program = AlgorithmProgram.start("serve", job, Map.of())) {
            assertThat(program.invoke(program.listening(), CSV, CSV, row).body())
                    .isIn("0.0\n", "1.0\n");
        }
    }

    @Test
    void aFolderWithoutAModelIsSaid() throws Exception {
        JobFolder job = JobFolder.in(base);
        Files.createDirectories(job.folders().model());
        try (var program = AlgorithmProgram.start("serve", job, Map.of())) {
            assertThat(program.end()).isEqualTo(1);
            assertThat(program.lines().getLast())
                    .contains("ClientError: No model in ", "xgboost-model");
        }
        Files.write(job.folders().model().resolve("xgboost-model"), new byte[] {(byte) 0x80, 4});
        try (var program = AlgorithmProgram.start("serve", job, Map.of())) {
            assertThat(program.end()).isEqualTo(1);
            assertThat(program.lines().getLast()).contains("Python pickle");
        }
    }

    private JobFolder trained(Map<String, String> settings, int classes) throws Exception {
        JobFolder job = JobFolder.in(base);
        job.write("train", "train.csv", JobFolder.rows(600, 5, classes, 1));
        job.configure(settings, Map.of("train", CSV));
        List<String> log = new ArrayList<>();
        assertThat(AlgorithmProgram.train(job, log)).as(log.toString()).isZero();
        return job;
    }

    private static String libSvm(String row, int base) {
        var text = new StringBuilder("1");
        int index = base;
        for (String value : row.split(",", -1)) {
            text.append(' ').append(index++).append(':').append(value);
        }
        return text.toString();
    }
}
