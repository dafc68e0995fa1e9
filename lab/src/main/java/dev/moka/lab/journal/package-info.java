/// What a kernel said and was asked, kept on disk: the log of frames, the runs of cells in it, and
/// the outputs that come of them.
///
/// A frame from a kernel is appended to the {@link dev.moka.lab.journal.FrameLog} before the kernel
/// is told to forget it. Browsers are served from the log, so that a slow or absent one costs no
/// heap, and outputs for a notebook are folded out of it when someone asks.
@NullMarked
package dev.moka.lab.journal;

import org.jspecify.annotations.NullMarked;
