/// Tests.
@NullMarked
package dev.moka.lab.journal;

import org.jspecify.annotations.NullMarked;
