/// How values look: {@link dev.moka.kernel.display.Renderers} turns any object into a MIME bundle.
@NullMarked
package dev.moka.kernel.display;

import org.jspecify.annotations.NullMarked;
