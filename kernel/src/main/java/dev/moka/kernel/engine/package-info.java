/// Compiles and runs Java cells: the {@link dev.moka.kernel.engine.Engine} interface and what its
/// two engines, in packages of their own, have in common.
@NullMarked
package dev.moka.kernel.engine;

import org.jspecify.annotations.NullMarked;
