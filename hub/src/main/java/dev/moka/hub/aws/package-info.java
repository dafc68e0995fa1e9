/// The AWS port: who signed a request, and which service answers it.
@NullMarked
package dev.moka.hub.aws;

import org.jspecify.annotations.NullMarked;
