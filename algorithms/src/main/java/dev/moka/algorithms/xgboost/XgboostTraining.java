package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.algorithm.AlgorithmTable;
import dev.moka.algorithms.algorithm.JobError;
import dev.moka.algorithms.algorithm.JobLog;
import dev.moka.algorithms.algorithm.TrainingJob;
import dev.moka.algorithms.data.ChannelFiles;
import dev.moka.algorithms.data.ChannelReader;
import dev.moka.algorithms.data.LabelledRows;
import dev.moka.algorithms.data.TrainingFormat;
import dev.moka.algorithms.hyperparameters.Hyperparameters;
import dev.moka.algorithms.xgboost.library.XgboostBooster;
import dev.moka.algorithms.xgboost.library.XgboostException;
import dev.moka.algorithms.xgboost.library.XgboostLibrary;
import dev.moka.algorithms.xgboost.library.XgboostMatrix;
import dev.moka.protocol.container.InputDataConfig;
import dev.moka.protocol.container.ResourceConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A training job of XGBoost, from its channels to its model files.
record XgboostTraining(XgboostLibrary library, AlgorithmTable table, TrainingJob job) {
    private static final String TRAIN = "train";
    private static final String VALIDATION = "validation";

    /// Messages of the library that speak of the user's data or settings; the first ten are AWS's
    /// list.
    private static final List<String> CLIENT_MESSAGES =
            List.of(
                    "label must be in [0,1] for logistic regression",
                    "label must be in [0, num_class)",
                    "Target is multiclass but average='binary'",
                    "feature_names mismatch",
                    "preds.size() == info.labels",
                    "the dataset only contains pos or neg samples",
                    "base_score must be in (0,1)",
                    "label must be nonnegative",
                    "Parameter reg_lambda should be greater equal to 0",
                    "Invalid Parameter format",
                    "Unknown tree updater",
                    "Unknown updater",
                    "only supported",
                    "is not supported",
                    "not implemented",
                    "Parameter `");

    void run() throws IOException {
        if (!runsHere()) {
            return;
        }
        JobLog log = job.log();
        log.info("Determined 0 GPU(s) available on the instance.");
        LabelledRows train = rows(TRAIN);
        LabelledRows validation = rows(VALIDATION);
        Hyperparameters given = job.hyperparameters();
        String objective = given.text("objective").orElse("reg:squarederror");
        LabelCheck check = LabelCheck.of(objective, given.integer("num_class").orElse(0));
        check.check(TRAIN, train);
        check.check(VALIDATION, validation);
        sameWidth(train, validation);
        log.info("Single node training.");
        try {
            train(train, validation, objective.equals("survival:aft"));
        } catch (XgboostException e) {
            throw told(e);
        }
    }

    /// With the same data everywhere, the first host alone learns what all together would.
    private boolean runsHere() {
        ResourceConfig resources = job.resources();
        if (resources.hosts().size() == 1) {
            return true;
        }
        for (InputDataConfig.Channel channel : job.channels().channels().values()) {
            if (channel.s3DistributionType().equals("ShardedByS3Key")) {
                throw new JobError.Client(
                        "XGBoost trains on one instance here; with %d instances the data can't be ShardedByS3Key. Set InstanceCount to 1."
                                .formatted(resources.hosts().size()));
            }
        }
        boolean first = resources.currentHost().equals(resources.hosts().getFirst());
        job.log()
                .warning(
                        "%d instances have the same data; %s trains, the others are idle"
                                .formatted(resources.hosts().size(), resources.hosts().getFirst()));
        return first;
    }

    private LabelledRows rows(String channel) throws IOException {
        InputDataConfig.Channel config = job.channels().channels().get(channel);
        if (config == null) {
            return new LabelledRows(List.of());
        }
        TrainingFormat format = TrainingFormat.of(table, config.contentType());
        String size = format.parameters().getOrDefault("label_size", "1");
        if (!size.equals("1")) {
            throw new JobError.Client(
                    "%s is not an accepted csv ContentType. Optional parameter label_size must be equal to 1"
                            .formatted(config.contentType()));
        }
        Path folder = job.folders().channel(channel);
        boolean weighted = job.hyperparameters().integer("csv_weights").orElse(0) == 1;
        List<Path> files = ChannelFiles.list(folder);
        LabelledRows rows = new ChannelReader(format, weighted).read(files);
        if (rows.rows() == 0) {
            String name = channel.equals(TRAIN) ? "training" : channel;
            throw new JobError.Client("No data in %s channel path %s".formatted(name, folder));
        }
        return rows;
    }

    private void train(LabelledRows train, LabelledRows validation, boolean censored)
            throws IOException {
        int threads = XgboostParameters.threads(job.hyperparameters(), job.processors());
        var matrices = new Matrices(library, threads, censored);
        int columns = Math.max(train.columns(), validation.columns());
        if (job.hyperparameters().has("_kfold")) {
            crossValidate(matrices, train.and(validation), columns, threads);
            return;
        }
        float[] labels = train.labels();
        float[] validationLabels = validation.labels();
        try (XgboostMatrix matrix = matrices.of(train, columns)) {
            logSize(labels.length, columns, validationLabels.length);
            if (validationLabels.length == 0) {
                single(threads, new Watched(TRAIN, matrix, labels), null);
                return;
            }
            try (XgboostMatrix other = matrices.of(validation, columns)) {
                single(
                        threads,
                        new Watched(TRAIN, matrix, labels),
                        new Watched(VALIDATION, other, validationLabels));
            }
        }
    }

    private void single(int threads, Watched train, @Nullable Watched validation)
            throws IOException {
        Path file = job.folders().model().resolve(Xgboost.MODEL_NAME);
        Checkpoints checkpoints = job.checkpointFolder().map(Checkpoints::new).orElse(null);
        try (XgboostBooster booster =
                boosting(threads, checkpoints, file).train(train, validation).booster()) {
            ModelFile.write(file, booster.save());
        }
    }

    private void crossValidate(Matrices matrices, LabelledRows all, int columns, int threads)
            throws IOException {
        Path folder = job.folders().model();
        float[] labels = all.labels();
        try (XgboostMatrix matrix = matrices.of(all, columns)) {
            logSize(labels.length, columns, 0);
            List<XgboostBooster> boosters =
                    new CrossValidation(
                                    job, (fold, train, test) -> fold(fold, threads, train, test))
                            .run(matrix, labels);
            for (int fold = 0; fold < boosters.size(); fold++) {
                try (XgboostBooster booster = boosters.get(fold)) {
                    ModelFile.write(
                            folder.resolve(Xgboost.MODEL_NAME + "-" + fold), booster.save());
                }
            }
        }
    }

    private Boosting.Result fold(int fold, int threads, Watched train, Watched test)
            throws IOException {
        Checkpoints checkpoints =
                job.checkpointFolder()
                        .map(folder -> new Checkpoints(folder.resolve("model-" + fold)))
                        .orElse(null);
        Path file = job.folders().model().resolve(Xgboost.MODEL_NAME + "-" + fold);
        return boosting(threads, checkpoints, file).train(train, test);
    }

    private Boosting boosting(int threads, @Nullable Checkpoints checkpoints, Path file) {
        Hyperparameters given = job.hyperparameters();
        MetricPlan plan = MetricPlan.of(given);
        return new Boosting(
                library,
                table,
                job,
                plan,
                XgboostParameters.of(given, plan.library(), threads, job.log()),
                checkpoints,
                given.is("save_model_on_termination", "true") ? file : null);
    }

    private void logSize(int rows, int columns, int validationRows) {
        job.log().info("Train matrix has %d rows and %d columns".formatted(rows, columns));
        if (validationRows > 0) {
            job.log().info("Validation matrix has %d rows".formatted(validationRows));
        }
    }

    private static void sameWidth(LabelledRows train, LabelledRows validation) {
        boolean both = validation.rows() > 0 && train.isDense() && validation.isDense();
        if (both && train.columns() != validation.columns()) {
            throw new JobError.Client(
                    "the channel 'validation' has %d feature columns where 'train' has %d"
                            .formatted(validation.columns(), train.columns()));
        }
    }

    private static JobError told(XgboostException e) {
        String message = String.valueOf(e.getMessage());
        return CLIENT_MESSAGES.stream().anyMatch(message::contains)
                ? new JobError.Client(message, e)
                : new JobError.Algorithm("XGB train call failed with exception:\n " + message, e);
    }
}
