/// Makes the kernel known to any Jupyter on this machine.
@NullMarked
package dev.moka.kernel.install;

import org.jspecify.annotations.NullMarked;
