/// The engine on the JDK's JShell: slower than the one on the compiler itself, and independent of
/// javac's internals.
@NullMarked
package dev.moka.kernel.engine.jshell;

import org.jspecify.annotations.NullMarked;
