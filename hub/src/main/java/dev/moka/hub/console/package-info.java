/// The pages of the hub: templates filled from the features, forms, and live updates.
///
/// A handler parses, does and shows; what a page shows stands in [dev.moka.hub.console.view].
@NullMarked
package dev.moka.hub.console;

import org.jspecify.annotations.NullMarked;
