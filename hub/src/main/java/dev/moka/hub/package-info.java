/// The hub as a program: its options, its wiring, its start and its end.
@NullMarked
package dev.moka.hub;

import org.jspecify.annotations.NullMarked;
