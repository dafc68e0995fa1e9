/// The instance types that a notebook instance can have, with their size and price.
@NullMarked
package dev.moka.hub.catalog;

import org.jspecify.annotations.NullMarked;
