/// Samples of what pages show.
@NullMarked
package dev.moka.hub.console.view;

import org.jspecify.annotations.NullMarked;
