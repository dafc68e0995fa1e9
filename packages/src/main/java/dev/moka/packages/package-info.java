/// Turns the names of libraries into jars: {@link dev.moka.packages.Resolver} with implementations
/// on Maven Resolver and Apache Ivy, and {@link dev.moka.packages.LockFile}, which answers the same
/// question the same way without a network.
///
/// ```java
/// try (var maven = MavenResolver.open(MavenSettings.defaults())) {
///     Resolver resolver = new LockedResolver(maven, new LockFile(folder.resolve("packages.lock.json"), maven.localRepository()));
///     Resolution jars = resolver.resolve(Request.of(Coordinate.parse("tech.tablesaw:tablesaw-core:0.44.4")), Progress.NONE);
/// }
/// ```
@NullMarked
package dev.moka.packages;

import org.jspecify.annotations.NullMarked;
