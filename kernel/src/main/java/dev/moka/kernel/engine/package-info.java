/// Compiles and runs Java cells: the {@link dev.moka.kernel.engine.Engine} interface and its engine
/// on the JDK's JShell.
@NullMarked
package dev.moka.kernel.engine;

import org.jspecify.annotations.NullMarked;
