/// What the tests of the lab share: a lab on a free port, and clients of it.
@NullMarked
package dev.moka.lab.testing;

import org.jspecify.annotations.NullMarked;
