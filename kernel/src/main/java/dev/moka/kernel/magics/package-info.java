/// Commands in cells that are not Java, such as `%maven` and `%%time`: {@link
/// dev.moka.kernel.magics.CellScript} finds them in a cell, {@link
/// dev.moka.kernel.magics.MagicTable} knows what they do.
@NullMarked
package dev.moka.kernel.magics;

import org.jspecify.annotations.NullMarked;
