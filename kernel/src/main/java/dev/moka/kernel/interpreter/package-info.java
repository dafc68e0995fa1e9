/// What the kernel's message loop needs of a language, and nothing of Jupyter's wire: the seam
/// between the two halves of the kernel. The Java half implements {@link
/// dev.moka.kernel.interpreter.Interpreter}; tests drive the loop with a toy language.
@NullMarked
package dev.moka.kernel.interpreter;

import org.jspecify.annotations.NullMarked;
