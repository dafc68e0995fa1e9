package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.algorithm.JobError;
import dev.moka.algorithms.xgboost.library.XgboostBooster;
import dev.moka.algorithms.xgboost.library.XgboostBooster.Output;
import dev.moka.algorithms.xgboost.library.XgboostBooster.Parameter;
import dev.moka.algorithms.xgboost.library.XgboostException;
import dev.moka.algorithms.xgboost.library.XgboostLibrary;
import dev.moka.algorithms.xgboost.library.XgboostMatrix;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.Matrix;
import dev.moka.formats.data.SparseMatrix;
import dev.moka.formats.data.Values;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;

/// One model file in memory, ready for many threads.
///
/// @param objective what it was trained for, such as `binary:logistic`
/// @param classes how many classes it tells apart; 0 when it tells none
/// @param linear whether it has weights instead of trees; XGBoost answers for such a model one at a
///   time
record LoadedModel(
        XgboostLibrary library,
        XgboostBooster booster,
        String objective,
        int classes,
        int features,
        boolean linear,
        ReentrantLock turn) {
    private static final byte PICKLE = (byte) 0x80;

    static LoadedModel load(XgboostLibrary library, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 0 && bytes[0] == PICKLE) {
            throw new JobError.Client(
                    "Model %s cannot be loaded: it is a Python pickle. Load it in Python and write it with Booster.save_model."
                            .formatted(file));
        }
        XgboostBooster booster = XgboostBooster.create(library, List.of());
        try {
            booster.restore(bytes);
            // One row's work is too small to share; many calls at once use the processors.
            booster.set(List.of(new Parameter("nthread", "1")));
            return of(library, booster);
        } catch (XgboostException e) {
            booster.close();
            throw new JobError.Client(
                    "Model %s cannot be loaded: %s (models of Booster.save_model, in UBJSON or JSON, can; the binary format of XGBoost before 3.1 can't)"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static LoadedModel of(XgboostLibrary library, XgboostBooster booster) {
        JsonNode learner =
                Json.parseObject(booster.configuration().getBytes(StandardCharsets.UTF_8))
                        .path("learner");
        String trained = learner.path("learner_train_param").path("booster").asString("gbtree");
        var model =
                new LoadedModel(
                        library,
                        booster,
                        learner.path("objective").path("name").asString(""),
                        Integer.parseInt(
                                learner.path("learner_model_param")
                                        .path("num_class")
                                        .asString("0")),
                        booster.features(),
                        trained.equals("gblinear"),
                        new ReentrantLock());
        // The first prediction settles the model's configuration, which threads then share.
        model.predict(new DenseMatrix(1, model.features, zeros(model.features)));
        return model;
    }

    Output predict(Matrix rows) {
        if (linear) {
            turn.lock();
            try (XgboostMatrix matrix = matrix(rows)) {
                return booster.predict(matrix);
            } finally {
                turn.unlock();
            }
        }
        if (rows instanceof DenseMatrix dense) {
            float[] values = dense.values().floats();
            try (Arena arena = Arena.ofConfined()) {
                return booster.predict(
                        arena.allocateFrom(ValueLayout.JAVA_FLOAT, values),
                        dense.rows(),
                        dense.columns());
            }
        }
        try (XgboostMatrix matrix = matrix(rows)) {
            return booster.predict(matrix);
        }
    }

    private XgboostMatrix matrix(Matrix rows) {
        return switch (rows) {
            case DenseMatrix dense -> {
                try (Arena arena = Arena.ofConfined()) {
                    yield XgboostMatrix.dense(
                            library,
                            arena.allocateFrom(ValueLayout.JAVA_FLOAT, dense.values().floats()),
                            dense.rows(),
                            dense.columns(),
                            1);
                }
            }
            case SparseMatrix(_, _, int[] starts, int[] keys, var values) ->
                    XgboostMatrix.sparse(library, starts, keys, values.floats(), features, 1);
        };
    }

    private static Values zeros(int count) {
        return Values.of(new float[count]);
    }
}
