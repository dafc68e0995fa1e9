/// Training jobs: their rules, the queue in which they wait, and the steps from data in S3 to a
/// model in S3.
@NullMarked
package dev.moka.hub.training;

import org.jspecify.annotations.NullMarked;
