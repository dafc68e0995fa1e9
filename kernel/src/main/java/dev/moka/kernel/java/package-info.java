/// The Java language of the kernel: {@link dev.moka.kernel.java.JavaInterpreter} splits a cell into
/// magics and Java, runs both and renders what they give.
@NullMarked
package dev.moka.kernel.java;

import org.jspecify.annotations.NullMarked;
