package dev.moka.hub.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// JupyterLab as a hub serves it, with a notebook in front.
final class LabPage {
    private static final double LONG = 120_000;

    private final Page page;

    LabPage(Page page) {
        this.page = page;
        page.setDefaultTimeout(40_000);
    }

    /// Opens a notebook and waits until its kernel has answered.
    void show(String path) {
        page.navigate(path + "?reset");
        page.waitForSelector(".jp-Notebook .jp-CodeCell .cm-content[contenteditable=true]");
        page.waitForFunction(
                "() => window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel"
                        + "?.status === 'idle'");
    }

    /// Runs all cells and waits until the last has its result.
    void runAll() {
        page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')");
        page.waitForFunction(
                """
                () => {
                    const cells = window.jupyterapp.shell.currentWidget.content.widgets
                        .map(cell => cell.model).filter(model => model.type === 'code');
                    const failed = cells.some(cell => cell.outputs.toJSON().some(o => o.output_type === 'error'));
                    return failed || cells.every(cell => cell.executionCount !== null && cell.executionState !== 'running');
                }
                """,
                null,
                new Page.WaitForFunctionOptions().setTimeout(LONG));
    }

    /// Finds the first table and the scatter chart in the notebook.
    void seeTableAndChart() {
        scrollTo("Table.read()");
        assertThat(page.locator(".jp-OutputArea-output table").first()).containsText("Torgersen");
        scrollTo("scatter(measured");
        Locator chart = page.locator(".jp-OutputArea-output img").first();
        assertThat(chart).isVisible();
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

    /// Shows the output of the cell with this text in a view beside the notebook.
    void showOutputBeside(String text) {
        scrollTo(text);
        page.evaluate("() => window.jupyterapp.commands.execute('notebook:create-output-view')");
        Locator views = page.locator(".jp-LinkedOutputView img");
        views.last().waitFor();
        // The new view is in front; the next command is for the notebook.
        page.evaluate(
                """
                () => {
                    const shell = window.jupyterapp.shell;
                    const notebook = [...shell.widgets('main')].find(widget => widget.content?.widgets && widget.sessionContext);
                    shell.activateById(notebook.id);
                }
                """);
    }

    void collapseSideBar() {
        page.evaluate("() => window.jupyterapp.shell.collapseLeft()");
    }

    void save() {
        page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')");
        page.waitForFunction("() => !window.jupyterapp.status.isDirty");
    }

    /// Runs code on the notebook's kernel and answers with its result.
    String run(String code) {
        return (String)
                page.evaluate(
                        """
                        async code => {
                            const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
                            const future = kernel.requestExecute({ code });
                            let result = '';
                            future.onIOPub = message => { result += JSON.stringify(message.content); };
                            await future.done;
                            return result;
                        }
                        """,
                        code);
    }

    Page page() {
        return page;
    }
}
