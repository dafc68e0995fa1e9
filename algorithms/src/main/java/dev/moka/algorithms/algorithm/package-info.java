/// What all built-in algorithms are to the programs that train and serve them.
@NullMarked
package dev.moka.algorithms.algorithm;

import org.jspecify.annotations.NullMarked;
