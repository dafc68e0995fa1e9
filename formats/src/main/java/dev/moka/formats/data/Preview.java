package dev.moka.formats.data;

import java.util.StringJoiner;

/// The first few numbers of a list, as text.
final class Preview {
    private static final int SHOWN = 8;

    private Preview() {}

    static String of(Values values) {
        var text = new StringJoiner(", ", values.type().label() + "[", "]");
        for (int index = 0; index < Math.min(SHOWN, values.size()); index++) {
            text.add(
                    values instanceof Values.Floats(var floats)
                            ? Float.toString(floats[index])
                            : Double.toString(values.get(index)));
        }
        if (values.size() > SHOWN) {
            text.add("… " + values.size() + " in all");
        }
        return text.toString();
    }
}
