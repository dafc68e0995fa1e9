/// A running lab and a client for it.
@NullMarked
package dev.moka.lab.testing;

import org.jspecify.annotations.NullMarked;
