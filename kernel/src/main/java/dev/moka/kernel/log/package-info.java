/// The kernel's own log: lines for the person who runs the kernel, never shown in a notebook.
@NullMarked
package dev.moka.kernel.log;

import org.jspecify.annotations.NullMarked;
