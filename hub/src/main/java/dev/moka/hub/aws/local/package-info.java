/// What the commands on the hub's own machine ask of a running hub.
@NullMarked
package dev.moka.hub.aws.local;

import org.jspecify.annotations.NullMarked;
