/// Terminals in the workspace: login shells on pseudo terminals, which pages connect to and leave.
@NullMarked
package dev.moka.lab.terminals;

import org.jspecify.annotations.NullMarked;
