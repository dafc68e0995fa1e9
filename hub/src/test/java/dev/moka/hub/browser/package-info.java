/// The pages, driven in a real Chromium against a real hub.
@NullMarked
package dev.moka.hub.browser;

import org.jspecify.annotations.NullMarked;
