/// The resolver as a program, for lifecycle scripts and benchmarks.
@NullMarked
package dev.moka.packages.command;

import org.jspecify.annotations.NullMarked;
