/// The program that trains and serves SageMaker's built-in algorithms.
@NullMarked
package dev.moka.algorithms;

import org.jspecify.annotations.NullMarked;
