package dev.moka.hub;

import dev.moka.hub.account.AccessKeyStore;
import dev.moka.hub.account.AccountStore;
import dev.moka.hub.account.RoleStore;
import dev.moka.hub.identity.ApiTokenStore;
import dev.moka.hub.identity.SessionStore;
import dev.moka.hub.identity.UserStore;
import dev.moka.hub.metering.UsageStore;
import dev.moka.hub.notebook.InstanceStore;
import dev.moka.hub.notebook.LifecycleConfigStore;
import dev.moka.hub.notebook.PackageSetStore;

/// The storage that the features need.
record Stores(
        UserStore users,
        SessionStore sessions,
        ApiTokenStore tokens,
        LifecycleConfigStore configs,
        PackageSetStore sets,
        InstanceStore instances,
        UsageStore usage,
        AccountStore accounts,
        AccessKeyStore accessKeys,
        RoleStore roles) {}
