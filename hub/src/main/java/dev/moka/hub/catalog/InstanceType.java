package dev.moka.hub.catalog;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A size of machine, by AWS's name, such as `ml.t3.medium`.
///
/// @param accelerator GPU or other accelerator in words, absent when there is none; this machine
///   offers none
/// @param uses what AWS lets it be used for: `notebook`, `training`, `hosting`, …
/// @param usdPerHour price in us-east-1, absent when no source is known
/// @param priceStatus `observed` in a public source, `derived` by arithmetic, or `missing`
public record InstanceType(
        String name,
        String family,
        int vcpu,
        BigDecimal memoryGib,
        @Nullable String accelerator,
        Set<String> uses,
        @Nullable BigDecimal usdPerHour,
        String priceStatus) {

    public InstanceType {
        uses = Set.copyOf(uses);
    }

    public int memoryMib() {
        return memoryGib.multiply(BigDecimal.valueOf(1024)).intValue();
    }

    public Optional<BigDecimal> price() {
        return Optional.ofNullable(usdPerHour);
    }

    public boolean forNotebooks() {
        return uses.contains("notebook");
    }
}
