package dev.moka.algorithms.hyperparameters;

import dev.moka.algorithms.hyperparameters.HyperparameterValue.Integral;
import dev.moka.algorithms.hyperparameters.HyperparameterValue.Numbers;
import dev.moka.algorithms.hyperparameters.HyperparameterValue.Real;
import dev.moka.algorithms.hyperparameters.HyperparameterValue.Text;
import dev.moka.algorithms.hyperparameters.HyperparameterValue.Words;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The reader of one hyperparameter's text, with AWS's messages for what does not fit.
final class ValueParser {
    private static final Pattern TUPLE =
            Pattern.compile("[(\\[]\\s*(-?\\d+(\\s*,\\s*-?\\d+)*)?\\s*,?\\s*[)\\]]");
    private static final Pattern NESTED =
            Pattern.compile("\\[\\s*(\\[[\\s\\d,]*])(\\s*,\\s*\\[[\\s\\d,]*])*\\s*]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private ValueParser() {}

    static HyperparameterValue parse(Hyperparameter parameter, String given) {
        String text = given.strip();
        return switch (parameter.type()) {
            case INTEGER -> integer(parameter, text);
            case FLOAT -> real(parameter, text);
            case STRING -> word(parameter, text);
            case COMMA_LIST -> words(parameter, text);
            case TUPLE -> tuple(parameter, text);
            case NESTED_LIST -> nested(parameter, text);
        };
    }

    private static Integral integer(Hyperparameter parameter, String text) {
        try {
            int value = Integer.parseInt(text);
            inRange(parameter, value, String.valueOf(value));
            return new Integral(value);
        } catch (NumberFormatException _) {
            throw unreadable(parameter, text, "a whole number");
        }
    }

    private static Real real(Hyperparameter parameter, String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw unreadable(parameter, text, "a number");
        }
        inRange(parameter, value, text);
        return new Real(value, text);
    }

    private static Text word(Hyperparameter parameter, String text) {
        if (!parameter.values().isEmpty() && !parameter.values().contains(text)) {
            throw new HyperparameterError(
                    "Hyperparameter %s: %s is not in %s"
                                    .formatted(parameter.name(), text, quoted(parameter.values()))
                            + NearestNames.suggestion(text, parameter.values()));
        }
        return new Text(text);
    }

    private static Words words(Hyperparameter parameter, String text) {
        List<String> words = Stream.of(text.split(",", -1)).map(String::strip).toList();
        for (String word : words) {
            int threshold = word.indexOf('@');
            String name = threshold < 0 ? word : word.substring(0, threshold);
            if (!parameter.values().isEmpty() && !parameter.values().contains(name)) {
                throw new HyperparameterError(
                        "Hyperparameter %s: value %s not in range %s"
                                        .formatted(
                                                parameter.name(),
                                                quoted(words),
                                                quoted(parameter.values()))
                                + NearestNames.suggestion(name, parameter.values()));
            }
        }
        return new Words(words);
    }

    private static Numbers tuple(Hyperparameter parameter, String text) {
        if (!TUPLE.matcher(text).matches()) {
            throw unreadable(parameter, text, "a tuple such as (1,0,-1)");
        }
        List<Integer> numbers = numbers(parameter, text);
        for (int number : numbers) {
            if (!parameter.values().contains(String.valueOf(number))) {
                throw new HyperparameterError(
                        "Hyperparameter %s: value %s not in range [%s]"
                                .formatted(
                                        parameter.name(),
                                        text,
                                        String.join(", ", parameter.values())));
            }
        }
        return new Numbers(
                numbers,
                numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")")));
    }

    private static Numbers nested(Hyperparameter parameter, String text) {
        if (!NESTED.matcher(text).matches()) {
            throw unreadable(parameter, text, "lists in a list such as [[0,1],[2,3]]");
        }
        List<Integer> numbers = numbers(parameter, text);
        for (int number : numbers) {
            if (!parameter.range().contains(number)) {
                throw new HyperparameterError(
                        "Hyperparameter %s: value %s not in range %s"
                                .formatted(parameter.name(), text, parameter.range()));
            }
        }
        return new Numbers(numbers, text.replaceAll("\\s", ""));
    }

    private static List<Integer> numbers(Hyperparameter parameter, String text) {
        try {
            return NUMBER.matcher(text).results().map(n -> Integer.valueOf(n.group())).toList();
        } catch (NumberFormatException _) {
            throw unreadable(parameter, text, "numbers below 2147483648");
        }
    }

    private static void inRange(Hyperparameter parameter, double value, String text) {
        if (!parameter.range().contains(value)) {
            throw new HyperparameterError(
                    "Hyperparameter %s: %s is not in %s"
                            .formatted(parameter.name(), text, parameter.range()));
        }
    }

    private static HyperparameterError unreadable(
            Hyperparameter parameter, String text, String wanted) {
        return new HyperparameterError(
                "Hyperparameter %s: could not parse value '%s'; it must be %s"
                        .formatted(parameter.name(), text, wanted));
    }

    private static String quoted(List<String> words) {
        return words.stream().collect(Collectors.joining("', '", "['", "']"));
    }
}
