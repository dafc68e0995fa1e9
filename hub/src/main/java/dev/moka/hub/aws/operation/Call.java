package dev.moka.hub.aws.operation;

import dev.moka.hub.account.Principal;

/// One call of an operation: who asks, and from where.
///
/// @param region of the credential scope, for the ARNs in the answer
/// @param requestId the id under which the hub's log speaks of this call
public record Call(Principal principal, String region, String requestId) {}
