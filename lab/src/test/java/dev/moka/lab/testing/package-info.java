/// What the tests of the lab share: running labs, clients for them, a real browser.
@NullMarked
package dev.moka.lab.testing;

import org.jspecify.annotations.NullMarked;
