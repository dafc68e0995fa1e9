package dev.moka.algorithms.xgboost.library;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.function.Supplier;

/// One function of the C library: all of them return 0, or another number and a message.
@SuppressWarnings("restricted")
final class NativeFunction {
    private final MethodHandle handle;
    private final Supplier<String> lastError;

    NativeFunction(
            SymbolLookup symbols,
            Supplier<String> lastError,
            String name,
            MemoryLayout... arguments) {
        this.lastError = lastError;
        handle =
                Linker.nativeLinker()
                        .downcallHandle(
                                symbols.findOrThrow(name),
                                FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments))
                        .asSpreader(Object[].class, arguments.length);
    }

    /// @throws XgboostException when the library says no
    void call(Object... arguments) {
        int status = invoke(arguments);
        if (status != 0) {
            throw new XgboostException(lastError.get());
        }
    }

    private int invoke(Object[] arguments) {
        try {
            return (int) handle.invokeExact(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a C function can't throw", e);
        }
    }
}
