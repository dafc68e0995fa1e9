package dev.moka.hub.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/// A filter that refuses system calls which programs don't need and sandboxes fear: other
/// namespaces, mounts, other processes' memory, kernel modules, keys.
final class Seccomp {
    private static final int LOAD = 0x20;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int RETURN = 0x06;
    private static final int ALLOW = 0x7fff0000;
    private static final int REFUSE = 0x00050001;
    private static final int NUMBER_OFFSET = 0;
    private static final int ARCHITECTURE_OFFSET = 4;

    /// Calls by the kernel's number: ptrace, process_vm_readv/writev, mount and its newer kin,
    /// umount2, pivot_root, unshare, setns, bpf, perf_event_open, userfaultfd, io_uring, keys,
    /// modules, kexec, reboot, swap, open_by_handle_at, kcmp.
    private record Machine(int architecture, List<Integer> refused) {}

    private static final Machine AMD64 =
            new Machine(
                    0xC000003E,
                    List.of(
                            101, 310, 311, 165, 428, 429, 430, 431, 432, 433, 442, 166, 155, 272,
                            308, 321, 298, 323, 425, 426, 427, 248, 249, 250, 175, 313, 176, 246,
                            320, 169, 167, 168, 304, 312));
    private static final Machine ARM64 =
            new Machine(
                    0xC00000B7,
                    List.of(
                            117, 270, 271, 40, 428, 429, 430, 431, 432, 433, 442, 39, 41, 97, 268,
                            280, 241, 282, 425, 426, 427, 217, 218, 219, 105, 273, 106, 104, 294,
                            142, 224, 225, 265, 272));

    private Seccomp() {}

    /// The program in the kernel's form; absent for a machine that we have no numbers of.
    static Optional<byte[]> filter(String machine) {
        return switch (machine) {
            case "amd64", "x86_64" -> Optional.of(program(AMD64));
            case "aarch64" -> Optional.of(program(ARM64));
            default -> Optional.empty();
        };
    }

    private static byte[] program(Machine machine) {
        int calls = machine.refused().size();
        ByteBuffer code = ByteBuffer.allocate(8 * (calls + 5)).order(ByteOrder.nativeOrder());
        instruction(code, LOAD, 0, 0, ARCHITECTURE_OFFSET);
        // A program of another architecture has other numbers: refuse all it asks.
        instruction(code, JUMP_IF_EQUAL, 0, calls + 2, machine.architecture());
        instruction(code, LOAD, 0, 0, NUMBER_OFFSET);
        for (int i = 0; i < calls; i++) {
            instruction(code, JUMP_IF_EQUAL, calls - i, 0, machine.refused().get(i));
        }
        instruction(code, RETURN, 0, 0, ALLOW);
        instruction(code, RETURN, 0, 0, REFUSE);
        return code.array();
    }

    private static void instruction(ByteBuffer code, int operation, int yes, int no, int value) {
        code.putShort((short) operation).put((byte) yes).put((byte) no).putInt(value);
    }
}
