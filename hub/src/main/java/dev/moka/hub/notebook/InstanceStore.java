package dev.moka.hub.notebook;

import dev.moka.hub.identity.UserName;
import dev.moka.hub.metering.UsageChange;
import java.util.List;
import java.util.Optional;

/// Keeps notebook instances.
public interface InstanceStore {

    /// Adds an instance and answers whether the name, in any mix of upper and lower case, was free.
    boolean insert(NotebookInstance instance);

    /// Stores a change and what it does to the meter in one transaction, if the instance still has
    /// the version that the change was made from.
    Optional<NotebookInstance> save(NotebookInstance instance, List<UsageChange> usage);

    void delete(InstanceKey key);

    Optional<NotebookInstance> find(InstanceKey key);

    List<NotebookInstance> list(UserName owner);

    List<NotebookInstance> listAll();
}
