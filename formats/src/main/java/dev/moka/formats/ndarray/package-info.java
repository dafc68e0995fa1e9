/// MXNet's NDArray files (`.params`, `.nd`), in which several algorithms keep their models.
@NullMarked
package dev.moka.formats.ndarray;

import org.jspecify.annotations.NullMarked;
