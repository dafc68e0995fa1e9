package dev.moka.hub.console.view;

/// A bar with its words, such as `0.6 of 4.0 GiB`.
public record Gauge(Tone tone, int percent, String text) {

    public Gauge {
        percent = Math.clamp(percent, 0, 100);
    }

    /// A gauge of use: green while there is room, amber from 75 %, red from 90 %.
    public static Gauge use(double used, double limit, String text) {
        int percent = limit > 0 ? (int) Math.round(100 * used / limit) : 0;
        Tone tone = percent >= 90 ? Tone.BAD : percent >= 75 ? Tone.WAIT : Tone.OK;
        return new Gauge(tone, percent, text);
    }
}
