/// The role that jobs take, found where AWS puts it.
@NullMarked
package dev.moka.sdk.role;

import org.jspecify.annotations.NullMarked;
