/// CSV of numbers, as SageMaker algorithms take it.
@NullMarked
package dev.moka.formats.csv;

import org.jspecify.annotations.NullMarked;
