package dev.moka.kernel.engine;

/// Code to run and what to call it in error messages.
///
/// @param name for example `In[3]`
/// @param code its first line is line 1 of the name
public record Source(String name, String code) {}
