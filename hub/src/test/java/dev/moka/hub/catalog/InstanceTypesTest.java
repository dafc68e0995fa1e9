package dev.moka.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.hub.errors.ValidationException;
import org.junit.jupiter.api.Test;

class InstanceTypesTest {
    private final InstanceTypes types = InstanceTypes.load();

    @Test
    void offersTheTypesThatAwsOffersForNotebooks() {
        assertThat(types.forNotebooks())
                .hasSizeGreaterThan(100)
                .allMatch(InstanceType::forNotebooks)
                .extracting(InstanceType::name)
                .contains("ml.t2.medium", "ml.t3.medium", "ml.m5.xlarge")
                .doesNotHaveDuplicates();
    }

    @Test
    void knowsSizeAndPriceOfAType() {
        InstanceType medium = types.requireForNotebooks("ml.t3.medium");

        assertThat(medium.vcpu()).isEqualTo(2);
        assertThat(medium.memoryMib()).isEqualTo(4096);
        assertThat(medium.usdPerHour()).isEqualByComparingTo("0.05");
        assertThat(medium.priceStatus()).isEqualTo("observed");
    }

    @Test
    void anUnknownTypeNamesThoseLikeIt() {
        assertThatThrownBy(() -> types.requireForNotebooks("ml.t3.enormous"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("ml.t3.enormous")
                .hasMessageContaining("ml.t3.medium");
        assertThatThrownBy(() -> types.requireForNotebooks("t3.medium"))
                .hasMessageContaining("ml.t3.medium");
    }

    @Test
    void aTypeForOtherUsesIsRefusedWithThem() {
        assertThatThrownBy(() -> types.requireForNotebooks("ml.c4.large"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("hosting");
    }
}
