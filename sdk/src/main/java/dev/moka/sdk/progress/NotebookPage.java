package dev.moka.sdk.progress;

import java.util.Optional;

/// The page of a notebook, when this program runs in one: shows HTML below the cell and changes it.
/// The kernel's functions are found by name, so that nothing here depends on a kernel.
interface NotebookPage {
    /// Shows HTML; gives the id under which it can be changed.
    String show(String html);

    /// Changes what was shown.
    void change(String id, String html);

    /// The notebook that this program runs in, if any.
    static Optional<NotebookPage> find() {
        return KernelPage.find(Thread.currentThread().getContextClassLoader())
                .or(() -> KernelPage.find(NotebookPage.class.getClassLoader()));
    }
}
