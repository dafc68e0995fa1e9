/// Workloads as processes of this machine, in a sandbox as far as the machine allows one.
@NullMarked
package dev.moka.hub.sandbox;

import org.jspecify.annotations.NullMarked;
