/// Tablesaw tables to data sets and back. The only package that needs Tablesaw on the class path.
@NullMarked
package dev.moka.formats.tablesaw;

import org.jspecify.annotations.NullMarked;
