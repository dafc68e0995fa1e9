/// What the bytecode of cells is rewritten to call: stop checks, and the ends of the process that
/// become errors of the cell. Every user class loader defines its own copy of this package, so that
/// one kernel's stop never reaches another's.
@NullMarked
package dev.moka.kernel.guard;

import org.jspecify.annotations.NullMarked;
