/// Tests.
@NullMarked
package dev.moka.lab.terminals;

import org.jspecify.annotations.NullMarked;
