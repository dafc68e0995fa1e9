/// What goes to an endpoint and what comes back, by content type.
@NullMarked
package dev.moka.sdk.serializer;

import org.jspecify.annotations.NullMarked;
