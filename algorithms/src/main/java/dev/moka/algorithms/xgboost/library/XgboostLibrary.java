package dev.moka.algorithms.xgboost.library;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// The loaded C library and those of its functions that we call.
///
/// What they do is in XGBoost's `include/xgboost/c_api.h`. The library stays loaded until the
/// process ends, as unloading OpenMP's threads is not safe.
@SuppressWarnings("restricted")
public final class XgboostLibrary {
    final NativeFunction matrixFromDense;
    final NativeFunction matrixFromCsr;
    final NativeFunction matrixSetFloats;
    final NativeFunction matrixSetInts;
    final NativeFunction matrixSlice;
    final NativeFunction matrixFree;
    final NativeFunction boosterCreate;
    final NativeFunction boosterFree;
    final NativeFunction boosterSetParameter;
    final NativeFunction boosterUpdate;
    final NativeFunction boosterEvaluate;
    final NativeFunction boosterPredict;
    final NativeFunction boosterPredictDense;
    final NativeFunction boosterRounds;
    final NativeFunction boosterFeatures;
    final NativeFunction boosterSlice;
    final NativeFunction boosterLoad;
    final NativeFunction boosterSave;
    final NativeFunction boosterConfiguration;
    final NativeFunction boosterSetAttribute;

    private final SymbolLookup symbols;
    private final MethodHandle lastError;

    private XgboostLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
        lastError =
                Linker.nativeLinker()
                        .downcallHandle(
                                symbols.findOrThrow("XGBGetLastError"),
                                FunctionDescriptor.of(ADDRESS));
        matrixFromDense = function("XGDMatrixCreateFromDense", ADDRESS, ADDRESS, ADDRESS);
        matrixFromCsr =
                function(
                        "XGDMatrixCreateFromCSR",
                        ADDRESS,
                        ADDRESS,
                        ADDRESS,
                        JAVA_LONG,
                        ADDRESS,
                        ADDRESS);
        matrixSetFloats = function("XGDMatrixSetFloatInfo", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
        matrixSetInts = function("XGDMatrixSetUIntInfo", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
        matrixSlice = function("XGDMatrixSliceDMatrix", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
        matrixFree = function("XGDMatrixFree", ADDRESS);
        boosterCreate = function("XGBoosterCreate", ADDRESS, JAVA_LONG, ADDRESS);
        boosterFree = function("XGBoosterFree", ADDRESS);
        boosterSetParameter = function("XGBoosterSetParam", ADDRESS, ADDRESS, ADDRESS);
        boosterUpdate = function("XGBoosterUpdateOneIter", ADDRESS, JAVA_INT, ADDRESS);
        boosterEvaluate =
                function(
                        "XGBoosterEvalOneIter",
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        JAVA_LONG,
                        ADDRESS);
        boosterPredict =
                function(
                        "XGBoosterPredictFromDMatrix",
                        ADDRESS,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS);
        boosterPredictDense =
                function(
                        "XGBoosterPredictFromDense",
                        ADDRESS,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS);
        boosterRounds = function("XGBoosterBoostedRounds", ADDRESS, ADDRESS);
        boosterFeatures = function("XGBoosterGetNumFeature", ADDRESS, ADDRESS);
        boosterSlice = function("XGBoosterSlice", ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
        boosterLoad = function("XGBoosterLoadModelFromBuffer", ADDRESS, ADDRESS, JAVA_LONG);
        boosterSave = function("XGBoosterSaveModelToBuffer", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        boosterConfiguration = function("XGBoosterSaveJsonConfig", ADDRESS, ADDRESS, ADDRESS);
        boosterSetAttribute = function("XGBoosterSetAttr", ADDRESS, ADDRESS, ADDRESS);
    }

    /// Loads the library from a file.
    ///
    /// @throws IllegalArgumentException when it can't be loaded, for example because OpenMP's run
    ///   time (libgomp) is missing
    public static XgboostLibrary load(Path file) {
        return new XgboostLibrary(SymbolLookup.libraryLookup(file, Arena.global()));
    }

    /// The text at an address that the library gave.
    static String text(MemorySegment address) {
        return address.reinterpret(Long.MAX_VALUE).getString(0);
    }

    /// The numbers at an address that the library gave.
    static float[] floats(MemorySegment address, long count) {
        return address.reinterpret(count * Float.BYTES).toArray(JAVA_FLOAT);
    }

    private NativeFunction function(String name, MemoryLayout... arguments) {
        return new NativeFunction(symbols, this::lastError, name, arguments);
    }

    private String lastError() {
        try {
            return text((MemorySegment) lastError.invokeExact());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a C function can't throw", e);
        }
    }
}
