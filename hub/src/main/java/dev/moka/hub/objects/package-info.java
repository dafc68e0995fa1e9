/// Buckets and objects of accounts: what is kept, under which rules, and where its bytes lie.
@NullMarked
package dev.moka.hub.objects;

import org.jspecify.annotations.NullMarked;
