/// A training job's channels as labelled rows.
@NullMarked
package dev.moka.algorithms.data;

import org.jspecify.annotations.NullMarked;
