/// Tablesaw tables to S3 and back. The only package that needs Tablesaw on the class path.
@NullMarked
package dev.moka.sdk.tablesaw;

import org.jspecify.annotations.NullMarked;
