/// LibSVM, the text format of sparse rows.
@NullMarked
package dev.moka.formats.libsvm;

import org.jspecify.annotations.NullMarked;
