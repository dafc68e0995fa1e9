/// Tags of resources: keys and values that people give them.
@NullMarked
package dev.moka.hub.tagging;

import org.jspecify.annotations.NullMarked;
