/// The server of the AWS port, and the way of a request from its first byte to its service.
@NullMarked
package dev.moka.hub.aws.port;

import org.jspecify.annotations.NullMarked;
