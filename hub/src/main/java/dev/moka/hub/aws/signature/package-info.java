/// The check of AWS Signature Version 4: who signed a request, and whether head and body are as
/// they were signed.
@NullMarked
package dev.moka.hub.aws.signature;

import org.jspecify.annotations.NullMarked;
