package dev.moka.algorithms.hyperparameters;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A range of numbers, open or closed at either end, written as AWS writes it: `(0, 1]`.
public record Interval(
        @Nullable BigDecimal min, boolean minOpen, @Nullable BigDecimal max, boolean maxOpen) {

    static Interval parse(JsonNode json) {
        return new Interval(
                bound(json, "min", "exclusiveMin"),
                json.has("exclusiveMin"),
                bound(json, "max", "exclusiveMax"),
                json.has("exclusiveMax"));
    }

    public boolean contains(double value) {
        return !Double.isNaN(value) && aboveMin(value) && belowMax(value);
    }

    @Override
    public String toString() {
        String low = min == null ? "(-inf" : (minOpen ? "(" : "[") + min.toPlainString();
        String high = max == null ? "+inf)" : max.toPlainString() + (maxOpen ? ")" : "]");
        return low + ", " + high;
    }

    private boolean aboveMin(double value) {
        return min == null || value > min.doubleValue() || (!minOpen && value == min.doubleValue());
    }

    private boolean belowMax(double value) {
        return max == null || value < max.doubleValue() || (!maxOpen && value == max.doubleValue());
    }

    private static @Nullable BigDecimal bound(JsonNode json, String closed, String open) {
        JsonNode value = json.has(open) ? json.path(open) : json.path(closed);
        return value.isNumber() ? value.decimalValue() : null;
    }
}
