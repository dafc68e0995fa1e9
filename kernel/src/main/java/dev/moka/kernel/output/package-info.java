/// Where printed text goes: `System.out` and `System.err` of any thread to the cell that started
/// the thread, in few large messages instead of one for each line.
@NullMarked
package dev.moka.kernel.output;

import org.jspecify.annotations.NullMarked;
