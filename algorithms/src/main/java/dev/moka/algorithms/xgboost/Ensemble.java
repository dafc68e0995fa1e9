package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.xgboost.library.XgboostBooster.Output;
import java.util.List;

/// Several models' answers as one.
final class Ensemble {
    private Ensemble() {}

    static Output mean(List<Output> outputs) {
        float[] mean = new float[outputs.getFirst().values().length];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (Output output : outputs) {
                sum += output.values()[i];
            }
            mean[i] = (float) (sum / outputs.size());
        }
        return new Output(outputs.getFirst().width(), mean);
    }

    /// The most frequent answer, the smallest of several.
    static Output vote(List<Output> outputs) {
        float[] voted = new float[outputs.getFirst().values().length];
        for (int i = 0; i < voted.length; i++) {
            voted[i] = mostFrequent(outputs, i);
        }
        return new Output(outputs.getFirst().width(), voted);
    }

    private static float mostFrequent(List<Output> outputs, int at) {
        float best = Float.POSITIVE_INFINITY;
        int most = 0;
        for (Output output : outputs) {
            float value = output.values()[at];
            int count = 0;
            for (Output other : outputs) {
                count += other.values()[at] == value ? 1 : 0;
            }
            if (count > most || (count == most && value < best)) {
                most = count;
                best = value;
            }
        }
        return best;
    }
}
