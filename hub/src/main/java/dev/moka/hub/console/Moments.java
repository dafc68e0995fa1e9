package dev.moka.hub.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Tells moments as a person near a clock does: `09:12`, `yesterday, 18:40`, `20 Nov`.
record Moments(Instant now, ZoneId zone) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /// The time of day when it was today, else the day too.
    String since(Instant moment) {
        ZonedDateTime then = moment.atZone(zone);
        LocalDate day = then.toLocalDate();
        if (day.equals(today())) {
            return TIME.format(then);
        }
        return day.equals(today().minusDays(1))
                ? "yesterday, " + TIME.format(then)
                : date(moment) + ", " + TIME.format(then);
    }

    /// The same for a column of dates, where `today` needs to be said.
    String at(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        if (day.equals(today())) {
            return "today, " + since(moment);
        }
        return day.equals(today().plusDays(1))
                ? "tomorrow, " + TIME.format(moment.atZone(zone))
                : since(moment);
    }

    String date(Instant moment) {
        ZonedDateTime then = moment.atZone(zone);
        return then.getYear() == today().getYear() ? DAY.format(then) : DAY_OF_YEAR.format(then);
    }

    /// The time of a log line.
    String exact(Instant moment) {
        return EXACT.format(moment.atZone(zone));
    }

    /// How long ago, or `now`.
    String ago(Instant moment) {
        Duration past = Duration.between(moment, now);
        return past.toSeconds() < 60 ? "now" : Words.time(past) + " ago";
    }

    Instant startOfDay() {
        return today().atStartOfDay(zone).toInstant();
    }

    Instant startOfMonth() {
        return today().withDayOfMonth(1).atStartOfDay(zone).toInstant();
    }

    private LocalDate today() {
        return now.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toLocalDate();
    }
}
