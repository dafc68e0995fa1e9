/// The lab in a real Chromium.
@NullMarked
package dev.moka.lab.browser;

import org.jspecify.annotations.NullMarked;
