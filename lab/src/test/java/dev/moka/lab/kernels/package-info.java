/// Tests.
@NullMarked
package dev.moka.lab.kernels;

import org.jspecify.annotations.NullMarked;
