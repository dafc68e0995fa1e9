/// What cells may use of the kernel: showing values, asking for input, rendering one's own types.
/// The one package of the kernel that user code sees; its static helpers ({@link
/// dev.moka.kernel.api.Notebook}) are imported into every cell.
@NullMarked
package dev.moka.kernel.api;

import org.jspecify.annotations.NullMarked;
