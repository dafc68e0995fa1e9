/// The HTTP server and what stands before every route: hosts, origins, `_xsrf`, who is calling, and
/// errors.
@NullMarked
package dev.moka.hub.web;

import org.jspecify.annotations.NullMarked;
