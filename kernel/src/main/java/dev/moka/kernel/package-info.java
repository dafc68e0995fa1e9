/// The kernel program: reads the command line and wires the parts.
@NullMarked
package dev.moka.kernel;

import org.jspecify.annotations.NullMarked;
