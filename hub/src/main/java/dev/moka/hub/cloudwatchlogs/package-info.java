/// The CloudWatch Logs API over the hub's logs.
@NullMarked
package dev.moka.hub.cloudwatchlogs;

import org.jspecify.annotations.NullMarked;
