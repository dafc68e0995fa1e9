package dev.moka.lab.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/// JupyterLab with a notebook in front, as a person uses it.
final class NotebookPage {
    private static final String CELLS =
            """
            () => window.jupyterapp.shell.currentWidget.content.widgets
                .filter(cell => cell.model.type === 'code')
                .map(cell => cell.model.executionState === 'running' || cell.model.executionCount === null
                    ? 'waiting'
                    : cell.model.outputs.toJSON().some(output => output.output_type === 'error') ? 'failed' : 'done')
            """;

    private final Page page;

    NotebookPage(Page page) {
        this.page = page;
    }

    /// Waits until the notebook shows and its kernel has answered.
    void awaitReady() {
        page.waitForSelector(".jp-Notebook .jp-CodeCell .cm-content[contenteditable=true]");
        page.waitForFunction(
                "() =>"
                    + " window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status"
                    + " === 'idle'");
    }

    /// Chooses an entry of a menu in the bar.
    void choose(String menu, String entry) {
        page.locator(".lm-MenuBar-item", new Page.LocatorOptions().setHasText(menu))
                .first()
                .click();
        page.locator(".lm-Menu-itemLabel")
                .getByText(entry, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /// Waits until each code cell has run, or one has failed.
    void awaitAllRun(double millis) {
        page.waitForFunction(
                "() => { const states = ("
                        + CELLS
                        + ")(); return states.includes('failed') || states.every(s => s ==="
                        + " 'done'); }",
                null,
                new Page.WaitForFunctionOptions().setTimeout(millis));
    }

    /// `done`, `failed` or `waiting` for each code cell.
    @SuppressWarnings("unchecked")
    List<String> states() {
        return (List<String>) page.evaluate(CELLS);
    }

    /// The outputs of all cells as they are in the model.
    String outputs() {
        return (String)
                page.evaluate(
                        "() =>"
                            + " JSON.stringify(window.jupyterapp.shell.currentWidget.content.widgets.filter(cell"
                            + " => cell.model.type === 'code').map(cell =>"
                            + " cell.model.outputs.toJSON()))");
    }

    /// Makes the cell with this text in its source the first that is seen.
    void scrollTo(String text) {
        page.evaluate(
                """
                text => {
                    const notebook = window.jupyterapp.shell.currentWidget.content;
                    const index = notebook.widgets.findIndex(cell => cell.model.sharedModel.getSource().includes(text));
                    notebook.activeCellIndex = index;
                    return notebook.scrollToItem(index, 'start');
                }
                """,
                text);
    }

    /// Whether there are changes that are not in the file.
    boolean isDirty() {
        return (boolean)
                page.evaluate("() => window.jupyterapp.shell.currentWidget.context.model.dirty");
    }

    void save() {
        page.keyboard().press("Control+s");
        page.waitForFunction("() => !window.jupyterapp.status.isDirty");
    }

    /// Takes a picture into `lab/target/screenshots`.
    void picture(String name) {
        Path folder = Path.of(System.getProperty("moka.root"), "lab", "target", "screenshots");
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }
}
