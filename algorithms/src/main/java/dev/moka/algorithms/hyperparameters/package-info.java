/// Hyperparameters: a table that says what may be set, and the checked values of a job.
@NullMarked
package dev.moka.algorithms.hyperparameters;

import org.jspecify.annotations.NullMarked;
