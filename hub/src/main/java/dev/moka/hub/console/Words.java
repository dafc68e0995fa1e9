package dev.moka.hub.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/// Amounts in words: sizes, times, prices.
final class Words {
    private static final double GIB = 1024.0 * 1024 * 1024;

    private Words() {}

    /// `2 h 5 min`, `3 min`, `12 s`.
    static String time(Duration length) {
        if (length.toDays() > 0) {
            return "%d d %d h".formatted(length.toDays(), length.toHoursPart());
        }
        if (length.toHours() > 0) {
            return "%d h %d min".formatted(length.toHours(), length.toMinutesPart());
        }
        return length.toMinutes() > 0
                ? "%d min".formatted(length.toMinutes())
                : "%d s".formatted(Math.max(0, length.toSeconds()));
    }

    /// `0.4 s` below ten seconds, else as [#time(Duration)].
    static String shortTime(Duration length) {
        return length.toSeconds() < 10
                ? String.format(Locale.ROOT, "%.1f s", Math.max(0, length.toMillis()) / 1000.0)
                : time(length);
    }

    static String gib(double bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / GIB);
    }

    /// `4 GiB` or `3.75 GiB`, without needless zeros.
    static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /// `2 vCPU · 4 GiB`.
    static String size(int vcpu, BigDecimal gib) {
        return "%d vCPU · %s GiB".formatted(vcpu, plain(gib));
    }

    /// Dollars to the cent; what is less than a cent and not nothing says so.
    static String usd(BigDecimal amount) {
        BigDecimal cents = amount.setScale(2, RoundingMode.HALF_UP);
        return amount.signum() > 0 && cents.signum() == 0
                ? "<$0.01"
                : String.format(Locale.ROOT, "$%,.2f", cents);
    }

    /// A price an hour, with as many digits as it needs: `$0.05`, `$0.0464`.
    static String hourly(BigDecimal amount) {
        BigDecimal plain = amount.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return "$" + (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
    }

    static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024
                ? "%d KB".formatted(bytes / 1024)
                : String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024));
    }

    /// `1 jar`, `31 jars`.
    static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
