/// Parquet tables of numbers.
@NullMarked
package dev.moka.formats.parquet;

import org.jspecify.annotations.NullMarked;
