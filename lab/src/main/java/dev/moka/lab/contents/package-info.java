/// The files of a workspace as Jupyter's contents service shows them, and the walls around the
/// workspace.
///
/// Every path is walked from the workspace's own folder handle without following links, so that no
/// spelling, no link, and no link swapped in between leads out.
@NullMarked
package dev.moka.lab.contents;

import org.jspecify.annotations.NullMarked;
