/// Credentials for programs in notebook instances, as AWS gives them to containers.
@NullMarked
package dev.moka.hub.aws.container;

import org.jspecify.annotations.NullMarked;
