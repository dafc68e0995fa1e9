package dev.moka.hub.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeteringTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void anHourCostsThePriceOfAnHour() {
        Spend spend = metering(used("0.0582", NOON, NOON.plusSeconds(3600))).ofInstance("id");

        assertThat(spend.usd()).isEqualByComparingTo("0.0582");
        assertThat(spend.time()).isEqualTo(Duration.ofHours(1));
        assertThat(spend.priceKnown()).isTrue();
    }

    @Test
    void eachStretchKeepsThePriceThatItBeganWith() {
        Spend spend =
                metering(
                                used("0.05", NOON, NOON.plusSeconds(1800)),
                                used("0.20", NOON.plusSeconds(4000), NOON.plusSeconds(5800)))
                        .ofInstance("id");

        assertThat(spend.usd()).isEqualByComparingTo("0.125");
    }

    @Test
    void whatStillRunsCountsUntilNow() {
        Clock later = Clock.fixed(NOON.plusSeconds(90), ZoneOffset.UTC);

        Spend spend = new Metering(store(used("3.60", NOON, null)), later).ofInstance("id");

        assertThat(spend.usd()).isEqualByComparingTo("0.09");
    }

    @Test
    void onlyTheTimeAskedForCounts() {
        Spend spend =
                metering(used("1.00", NOON, NOON.plusSeconds(7200)))
                        .ofOwner("ann", NOON.plusSeconds(3600), NOON.plusSeconds(9000));

        assertThat(spend.time()).isEqualTo(Duration.ofHours(1));
        assertThat(spend.usd()).isEqualByComparingTo("1.00");
    }

    @Test
    void aTypeWithoutAKnownPriceIsSaidSo() {
        UsageRecord unpriced =
                new UsageRecord("id", "ann", "demo", "ml.x", null, NOON, NOON.plusSeconds(60));

        Spend spend = metering(unpriced).ofInstance("id");

        assertThat(spend.priceKnown()).isFalse();
        assertThat(spend.usd()).isZero();
        assertThat(spend.time()).isEqualTo(Duration.ofMinutes(1));
    }

    private static UsageRecord used(String price, Instant since, @Nullable Instant until) {
        return new UsageRecord(
                "id", "ann", "demo", "ml.t3.medium", new BigDecimal(price), since, until);
    }

    private static Metering metering(UsageRecord... records) {
        return new Metering(store(records), Clock.fixed(NOON.plusSeconds(86_400), ZoneOffset.UTC));
    }

    private static UsageStore store(UsageRecord... records) {
        return new UsageStore() {
            @Override
            public List<UsageRecord> ofInstance(String instanceId) {
                return List.of(records);
            }

            @Override
            public List<UsageRecord> ofOwner(String owner, Instant from, Instant to) {
                return List.of(records);
            }
        };
    }
}
