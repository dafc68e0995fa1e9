package dev.moka.hub.notebook;

import dev.moka.hub.identity.UserName;

/// Which notebook instance: whose, and its name among theirs.
public record InstanceKey(UserName owner, InstanceName name) {

    public static InstanceKey of(String owner, String name) {
        return new InstanceKey(new UserName(owner), new InstanceName(name));
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
