package dev.moka.hub.console;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.objects.Buckets;
import dev.moka.hub.objects.Listings;
import dev.moka.hub.objects.StoredObjects;

import java.util.function.Function;

/// What the S3 pages show and act upon.
///
/// @param account in which a person works
public record StorageParts(
        Function<Caller, AccountId> account,
        Buckets buckets,
        StoredObjects objects,
        Listings listings) {}
