/// What just changed on the hub, as a stream that pages follow.
@NullMarked
package dev.moka.hub.changes;

import org.jspecify.annotations.NullMarked;
