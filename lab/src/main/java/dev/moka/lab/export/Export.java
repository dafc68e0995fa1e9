package dev.moka.lab.export;

/// A notebook in another form.
///
/// @param fileName the name under which it should be kept
/// @param mediaType what it is
/// @param text the whole of it
public record Export(String fileName, String mediaType, String text) {}
