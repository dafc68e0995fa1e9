/// Who somebody is: users, passwords, one-time links, browser sessions and API tokens.
@NullMarked
package dev.moka.hub.identity;

import org.jspecify.annotations.NullMarked;
