/// Commands in cells that are not Java, such as `%maven` and `%%time`, as a table.
@NullMarked
package dev.moka.kernel.magics;

import org.jspecify.annotations.NullMarked;
