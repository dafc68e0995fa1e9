package dev.moka.algorithms.hyperparameters;

import java.util.List;

/// A hyperparameter's value, read and checked.
public sealed interface HyperparameterValue {
    /// The value as the algorithm's own library wants to read it.
    String text();

    /// A whole number.
    record Integral(int value) implements HyperparameterValue {
        @Override
        public String text() {
            return String.valueOf(value);
        }
    }

    /// A real number, with the text that it was given as.
    record Real(double value, String text) implements HyperparameterValue {}

    /// A word.
    record Text(String text) implements HyperparameterValue {}

    /// Words between commas.
    record Words(List<String> words) implements HyperparameterValue {
        public Words {
            words = List.copyOf(words);
        }

        @Override
        public String text() {
            return String.join(",", words);
        }
    }

    /// A tuple or nested list of numbers, in one spelling.
    record Numbers(List<Integer> numbers, String text) implements HyperparameterValue {
        public Numbers {
            numbers = List.copyOf(numbers);
        }
    }
}
