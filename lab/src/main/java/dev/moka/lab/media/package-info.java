/// Media types by file name.
@NullMarked
package dev.moka.lab.media;

import org.jspecify.annotations.NullMarked;
