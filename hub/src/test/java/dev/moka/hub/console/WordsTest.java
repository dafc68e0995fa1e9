package dev.moka.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final Moments moments = new Moments(Instant.parse("2026-11-24T09:30:00Z"), BERLIN);

    @Test
    void momentsAreToldInTheZoneOfWhoeverLooks() {
        assertThat(moments.since(Instant.parse("2026-11-24T08:12:00Z"))).isEqualTo("09:12");
        assertThat(moments.since(Instant.parse("2026-11-23T17:40:00Z")))
                .isEqualTo("yesterday, 18:40");
        assertThat(moments.since(Instant.parse("2026-11-20T11:00:00Z"))).isEqualTo("20 Nov, 12:00");
        assertThat(moments.at(Instant.parse("2026-11-25T08:00:00Z"))).isEqualTo("tomorrow, 09:00");
        assertThat(moments.date(Instant.parse("2025-02-01T11:00:00Z"))).isEqualTo("1 Feb 2025");
        assertThat(moments.startOfMonth()).isEqualTo("2026-10-31T23:00:00Z");
    }

    @Test
    void timesHaveTheUnitsThatMatter() {
        assertThat(Words.time(Duration.ofSeconds(12))).isEqualTo("12 s");
        assertThat(Words.time(Duration.ofMinutes(200))).isEqualTo("3 h 20 min");
        assertThat(Words.time(Duration.ofHours(49))).isEqualTo("2 d 1 h");
        assertThat(Words.shortTime(Duration.ofMillis(1234))).isEqualTo("1.2 s");
    }

    @Test
    void lessThanACentIsNotNothing() {
        assertThat(Words.usd(BigDecimal.ZERO)).isEqualTo("$0.00");
        assertThat(Words.usd(new BigDecimal("0.0004"))).isEqualTo("<$0.01");
        assertThat(Words.usd(new BigDecimal("1234.567"))).isEqualTo("$1,234.57");
        assertThat(Words.hourly(new BigDecimal("0.0464"))).isEqualTo("$0.0464");
        assertThat(Words.hourly(new BigDecimal("0.1"))).isEqualTo("$0.10");
    }

    @Test
    void aLongReasonKeepsItsEnd() {
        String reason =
                "The OnStart script ended with exit code 7. It said last:\n"
                        + "x".repeat(300)
                        + "\nmvn: command not found";
        assertThat(InstanceViews.inOneLine(reason))
                .startsWith("The OnStart script")
                .endsWith("mvn: command not found")
                .hasSizeLessThan(150);
    }
}
