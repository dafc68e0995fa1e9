/// Usage in seconds and dollars, from the lifecycle of what is used.
@NullMarked
package dev.moka.hub.metering;

import org.jspecify.annotations.NullMarked;
