/// What every format reads into and writes from: values, matrices, data sets; and the errors.
@NullMarked
package dev.moka.formats.data;

import org.jspecify.annotations.NullMarked;
