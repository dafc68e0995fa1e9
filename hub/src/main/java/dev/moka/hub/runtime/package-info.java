/// Notebook instances as folders and processes of this machine.
@NullMarked
package dev.moka.hub.runtime;

import org.jspecify.annotations.NullMarked;
