package dev.moka.hub;

import dev.moka.hub.account.AccessKeyStore;
import dev.moka.hub.account.AccountStore;
import dev.moka.hub.account.RoleStore;
import dev.moka.hub.identity.ApiTokenStore;
import dev.moka.hub.identity.SessionStore;
import dev.moka.hub.identity.UserStore;
import dev.moka.hub.logs.LogStreamStore;
import dev.moka.hub.metering.UsageStore;
import dev.moka.hub.notebook.CodeRepositoryStore;
import dev.moka.hub.notebook.InstanceLinkStore;
import dev.moka.hub.notebook.InstanceStore;
import dev.moka.hub.notebook.LifecycleConfigStore;
import dev.moka.hub.notebook.PackageSetStore;
import dev.moka.hub.tagging.TagStore;

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
        CodeRepositoryStore repositories,
        InstanceLinkStore links,
        TagStore tags,
        LogStreamStore logStreams,
        AccessKeyStore accessKeys,
        RoleStore roles) {}
