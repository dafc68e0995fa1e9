/// Notebook instances: their rules, their lifecycle, lifecycle scripts and package sets; and the
/// ports that storage and runtimes implement.
@NullMarked
package dev.moka.hub.notebook;

import org.jspecify.annotations.NullMarked;
