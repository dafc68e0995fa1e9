/// The engine on the compiler itself: one parse, one attribution and one class generation for each
/// cell, in a compiler that stays warm. It uses javac's internals, so it is made for one JDK
/// version; {@link dev.moka.kernel.engine.javac.JavacEngine#isAvailable} probes for them.
@NullMarked
package dev.moka.kernel.engine.javac;

import org.jspecify.annotations.NullMarked;
