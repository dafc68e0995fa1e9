/// The hub's folder on disk: where what lies, and that only one hub uses it.
@NullMarked
package dev.moka.hub.home;

import org.jspecify.annotations.NullMarked;
