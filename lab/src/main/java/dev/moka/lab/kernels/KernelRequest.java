package dev.moka.lab.kernels;

import java.nio.file.Path;

/// A wish for a kernel.
///
/// @param id the id it is to have
/// @param name the kernelspec
/// @param directory the folder of its notebook
record KernelRequest(String id, String name, Path directory) {}
