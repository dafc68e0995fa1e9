package dev.moka.kernel.api;

/// A cell asked the whole process to end. The kernel goes on: ending it is the front end's
/// business.
public final class ExitRequested extends Error {
    private static final long serialVersionUID = 1;

    private final int status;

    /// @param call what was called, for example `System.exit`
    /// @param status the exit status that was asked for
    public ExitRequested(String call, int status) {
        super(
                "%s(%d) was called: the kernel goes on; to stop it use Kernel > Shut Down"
                        .formatted(call, status));
        this.status = status;
    }

    /// The exit status that was asked for.
    public int status() {
        return status;
    }
}
