/// Resolution by Apache Ivy, for builds that have an `ivy.xml` or `ivysettings.xml`.
@NullMarked
package dev.moka.packages.ivy;

import org.jspecify.annotations.NullMarked;
