package dev.moka.hub.metering;

import java.math.BigDecimal;
import java.time.Duration;

/// Billed time and its price.
///
/// @param usd dollars, exact to a hundred-millionth; round it where it is shown
/// @param priceKnown false when part of the time is of a type without a known price, which counts
///   as nothing
public record Spend(Duration time, BigDecimal usd, boolean priceKnown) {}
