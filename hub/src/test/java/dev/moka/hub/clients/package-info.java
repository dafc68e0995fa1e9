/// AWS's own clients, driven against a hub.
@NullMarked
package dev.moka.hub.clients;

import org.jspecify.annotations.NullMarked;
