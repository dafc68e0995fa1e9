/// How the kernel's program is started, for those who start it.
@NullMarked
package dev.moka.protocol.program;

import org.jspecify.annotations.NullMarked;
