@org.jspecify.annotations.NullMarked
package dev.moka.hub.aws.signature;
