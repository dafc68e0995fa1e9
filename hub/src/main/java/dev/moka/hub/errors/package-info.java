/// The errors that the hub tells people, with the HTTP status and the code of each; only `hub.web`
/// turns one into an answer.
@NullMarked
package dev.moka.hub.errors;

import org.jspecify.annotations.NullMarked;
