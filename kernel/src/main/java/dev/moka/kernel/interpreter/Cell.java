package dev.moka.kernel.interpreter;

import org.jspecify.annotations.Nullable;

/// The cell that is being run, as the language sees it: its number and where its rich output goes.
/// Usable from any thread for as long as the kernel lives; output that comes late still belongs to
/// this cell.
public interface Cell {
    /// The number in `In [n]`; of a silent cell, that of the cell before.
    int executionCount();

    /// The cell's id in the notebook, when the front end sent one.
    @Nullable String cellId();

    /// Whether the person has asked to stop this cell. It is true before {@link
    /// Interpreter#interrupt} is called, so that an interpreter that was not yet running the cell
    /// then learns of it.
    boolean interrupted();

    /// Whether nothing may be shown or remembered.
    boolean silent();

    /// Shows a value (`display_data`).
    ///
    /// @param displayId a name under which {@link #update} can change it later, or null
    void display(MimeBundle bundle, @Nullable String displayId);

    /// Changes everything shown under this display id (`update_display_data`).
    void update(MimeBundle bundle, String displayId);

    /// Clears the cell's output (`clear_output`).
    ///
    /// @param atNextOutput true to wait until there is something new, which avoids flicker
    void clear(boolean atNextOutput);
}
