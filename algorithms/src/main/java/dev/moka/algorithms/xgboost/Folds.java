package dev.moka.algorithms.xgboost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The parts of a cross-validation: each row is in the test part of exactly one of them.
///
/// @param train the rows to learn from
/// @param test the rows to measure on
record Folds(int[] train, int[] test) {

    /// Parts of equal size; with labels each has about the same share of every class.
    static List<Folds> of(int rows, int count, float[] classes, long seed) {
        int[] part = new int[rows];
        var random = new Random(seed);
        int next = 0;
        for (List<Integer> group : groups(rows, classes)) {
            Collections.shuffle(group, random);
            for (int row : group) {
                part[row] = next++ % count;
            }
        }
        List<Folds> folds = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            int chosen = fold;
            folds.add(
                    new Folds(
                            rows(part, row -> part[row] != chosen),
                            rows(part, row -> part[row] == chosen)));
        }
        return folds;
    }

    private static int[] rows(int[] part, IntPredicate chosen) {
        return IntStream.range(0, part.length).filter(chosen).toArray();
    }

    private static List<List<Integer>> groups(int rows, float[] classes) {
        Map<Float, List<Integer>> groups = new TreeMap<>();
        for (int row = 0; row < rows; row++) {
            float key = classes.length == 0 ? 0 : classes[row];
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        return List.copyOf(groups.values());
    }

    /// The values of those rows.
    static float[] choose(float[] values, int[] rows) {
        float[] chosen = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = values[rows[i]];
        }
        return chosen;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Folds(var otherTrain, var otherTest)
                && Arrays.equals(train, otherTrain)
                && Arrays.equals(test, otherTest);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(train) + Arrays.hashCode(test);
    }

    @Override
    public String toString() {
        return "Folds[%d to learn from, %d to measure on]".formatted(train.length, test.length);
    }
}
