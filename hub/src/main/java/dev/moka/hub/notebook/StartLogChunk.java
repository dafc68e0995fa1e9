package dev.moka.hub.notebook;

/// A piece of a start's log.
///
/// @param text whole lines, each with its time stamp
/// @param position where the next piece begins; give it back to read on
/// @param complete whether the start is over and nothing will follow
public record StartLogChunk(String text, long position, boolean complete) {}
