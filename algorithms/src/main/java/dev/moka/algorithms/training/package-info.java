/// The training program: from a container's folders to an algorithm, and its end back.
@NullMarked
package dev.moka.algorithms.training;

import org.jspecify.annotations.NullMarked;
