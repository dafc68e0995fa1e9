/// What this machine has and how much of it an instance type gets.
@NullMarked
package dev.moka.hub.host;

import org.jspecify.annotations.NullMarked;
