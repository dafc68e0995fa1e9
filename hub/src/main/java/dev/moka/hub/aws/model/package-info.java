/// AWS's own description of its services, and what it says about a request.
@NullMarked
package dev.moka.hub.aws.model;

import org.jspecify.annotations.NullMarked;
