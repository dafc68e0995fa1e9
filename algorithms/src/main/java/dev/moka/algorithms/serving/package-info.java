/// The serving program: a model behind `/ping` and `/invocations`.
@NullMarked
package dev.moka.algorithms.serving;

import org.jspecify.annotations.NullMarked;
