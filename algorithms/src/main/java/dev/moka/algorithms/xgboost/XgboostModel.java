package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.algorithm.JobError;
import dev.moka.algorithms.algorithm.JobLog;
import dev.moka.algorithms.algorithm.Model;
import dev.moka.algorithms.algorithm.Predictions;
import dev.moka.algorithms.algorithm.ServingSettings;
import dev.moka.algorithms.xgboost.library.XgboostBooster.Output;
import dev.moka.algorithms.xgboost.library.XgboostException;
import dev.moka.algorithms.xgboost.library.XgboostLibrary;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.Matrix;
import dev.moka.formats.data.SparseMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The model of a folder: one booster, or those of a cross-validation, which answer together.
record XgboostModel(List<LoadedModel> members, SelectedOutput selection) implements Model {
    private static final String ENSEMBLE_VARIABLE = "SAGEMAKER_INFERENCE_ENSEMBLE";

    static XgboostModel load(XgboostLibrary library, ServingSettings settings) throws IOException {
        JobLog log = settings.log();
        List<Path> files = files(settings.model(), log);
        if (files.isEmpty()) {
            throw new JobError.Client(
                    "No model in %s: model.tar.gz must have the file %s at its top"
                            .formatted(settings.model(), Xgboost.MODEL_NAME));
        }
        boolean all = settings.environment().getOrDefault(ENSEMBLE_VARIABLE, "true").equals("true");
        List<LoadedModel> members = new ArrayList<>();
        for (Path file : all ? files : files.subList(0, 1)) {
            log.info("Loading the model from " + file);
            members.add(LoadedModel.load(library, file));
        }
        LoadedModel first = members.getFirst();
        log.info("Model objective : " + first.objective());
        return new XgboostModel(
                List.copyOf(members),
                SelectedOutput.of(settings.environment(), first.objective(), first.classes(), log));
    }

    @Override
    public Predictions predict(Dataset dataset, String format) {
        Matrix rows = fitting(dataset.features(), format);
        try {
            return selection.of(answer(rows), rows.rows());
        } catch (XgboostException e) {
            throw new JobError.Client(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        members.forEach(member -> member.booster().close());
    }

    private Output answer(Matrix rows) {
        if (members.size() == 1) {
            return members.getFirst().predict(rows);
        }
        List<Output> outputs = members.stream().map(member -> member.predict(rows)).toList();
        String objective = members.getFirst().objective();
        return objective.equals("multi:softmax") || objective.equals("binary:hinge")
                ? Ensemble.vote(outputs)
                : Ensemble.mean(outputs);
    }

    private Matrix fitting(Matrix rows, String format) {
        int wanted = members.getFirst().features();
        return switch (rows) {
            case DenseMatrix dense when dense.columns() == wanted -> dense;
            case SparseMatrix sparse when sparse.columns() <= wanted -> sparse;
            case SparseMatrix sparse when sparse.columns() == wanted + 1 && oneBased(sparse) ->
                    zeroBased(sparse);
            default ->
                    throw new JobError.Client(
                            ("Feature size of %s inference data %d is not consistent with feature"
                                            + " size of trained model %d.")
                                    .formatted(format, rows.columns(), wanted));
        };
    }

    /// Indices from 1, as LibSVM's own files have them: none is 0, and the largest is too large by
    /// one.
    private static boolean oneBased(SparseMatrix rows) {
        return Arrays.stream(rows.keys()).allMatch(key -> key >= 1);
    }

    private static SparseMatrix zeroBased(SparseMatrix rows) {
        int[] keys = Arrays.stream(rows.keys()).map(key -> key - 1).toArray();
        return new SparseMatrix(
                rows.rows(), rows.columns() - 1, rows.starts(), keys, rows.values());
    }

    private static List<Path> files(Path folder, JobLog log) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            all.stream()
                    .filter(XgboostModel::isDotfile)
                    .forEach(file ->
                            log.warning(
                                    "Ignoring dotfile '%s' found in model directory - please exclude dotfiles from model archives"
                                            .formatted(file)));
            List<Path> models = all.stream().filter(file -> !isDotfile(file)).toList();
            List<Path> named =
                    models.stream()
                            .filter(file ->
                                    file.getFileName().toString().startsWith(Xgboost.MODEL_NAME))
                            .toList();
            return named.isEmpty() ? models : named;
        }
    }

    private static boolean isDotfile(Path file) {
        return file.getFileName().toString().startsWith(".");
    }
}
