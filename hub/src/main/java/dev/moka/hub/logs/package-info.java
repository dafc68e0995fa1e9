/// Log groups, streams and events of accounts, as CloudWatch Logs has them.
@NullMarked
package dev.moka.hub.logs;

import org.jspecify.annotations.NullMarked;
