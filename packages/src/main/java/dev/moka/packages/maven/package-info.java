/// Resolution by Maven Resolver, as Maven itself does it: `settings.xml`, mirrors, credentials,
/// nearest version wins.
@NullMarked
package dev.moka.packages.maven;

import org.jspecify.annotations.NullMarked;
