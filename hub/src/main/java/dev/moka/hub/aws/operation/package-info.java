/// Tables of operations and the protocols in which AWS clients call them.
@NullMarked
package dev.moka.hub.aws.operation;

import org.jspecify.annotations.NullMarked;
