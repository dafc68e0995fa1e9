/// How far a transfer is, shown in a notebook or a terminal.
@NullMarked
package dev.moka.sdk.progress;

import org.jspecify.annotations.NullMarked;
