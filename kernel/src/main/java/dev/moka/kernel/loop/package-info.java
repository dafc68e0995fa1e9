/// The kernel's message loop: takes requests from a transport, has the interpreter do what they
/// ask, and answers every one of them in Jupyter's terms.
///
/// Three threads, each with a queue of its own: *cells* runs cells and comm messages in order;
/// *answers* completes, inspects and informs while a cell runs; *control* interrupts and shuts
/// down.
///
/// Source: <https://jupyter-client.readthedocs.io/en/stable/messaging.html>.
@NullMarked
package dev.moka.kernel.loop;

import org.jspecify.annotations.NullMarked;
