/// AWS Security Token Service: who somebody is, and credentials that end by themselves.
@NullMarked
package dev.moka.hub.sts;

import org.jspecify.annotations.NullMarked;
