package dev.moka.hub.sandbox;

import dev.moka.hub.workload.WorkloadLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The kernel's groups that hold a workload to its limits.
interface ControlGroups {

    /// What a group can limit.
    enum Limit {
        MEMORY,
        CPU,
        PROCESSES
    }

    /// What can be limited here.
    Set<Limit> limits();

    /// Makes a group with these limits, anew if it is there and empty.
    ///
    /// @return the files into which a process writes `0` to join
    List<Path> make(String name, WorkloadLimits limits) throws IOException;

    /// How many processes of the group the kernel killed for want of memory.
    long oomKills(String name);

    /// The processes in the group.
    List<Long> processes(String name);

    /// Takes a group away that has no processes any more; false if it still has some.
    boolean remove(String name);

    /// Where groups can't be had.
    record None() implements ControlGroups {
        @Override
        public Set<Limit> limits() {
            return EnumSet.noneOf(Limit.class);
        }

        @Override
        public List<Path> make(String name, WorkloadLimits limits) {
            return List.of();
        }

        @Override
        public long oomKills(String name) {
            return 0;
        }

        @Override
        public List<Long> processes(String name) {
            return List.of();
        }

        @Override
        public boolean remove(String name) {
            return true;
        }
    }
}
