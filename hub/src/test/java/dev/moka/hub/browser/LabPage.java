package dev.moka.hub.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.MouseButton;

/// JupyterLab as a hub serves it, with a notebook in front, used by what is on the screen.
final class LabPage {
    private static final double LONG = 120_000;
    private static final String OUTPUT = ".jp-Notebook .jp-OutputArea-output";
    private static final String VIEWPORT = ".jp-Notebook .jp-WindowedPanel-outer";
    private static final int STEP = 300;

    private final Page page;

    LabPage(Page page) {
        this.page = page;
        page.setDefaultTimeout(40_000);
    }

    /// Opens a notebook and waits until its kernel has answered.
    void show(String path) {
        page.navigate(path + "?reset");
        page.waitForSelector(".jp-Notebook .jp-CodeCell .cm-content[contenteditable=true]");
        page.waitForSelector(".jp-Notebook-ExecutionIndicator[data-status=idle]");
    }

    /// Runs all cells, as soon as that may be, and waits for the output of the last.
    void runAll(String lastOutput) {
        page.locator(".lm-MenuBar-item", new Page.LocatorOptions().setHasText("Run"))
                .first()
                .click();
        page.locator(".lm-Menu-itemLabel")
                .getByText("Run All Cells", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(OUTPUT).getByText(lastOutput))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
    }

    /// Finds the first table and a chart in the notebook.
    void seeTableAndChart() {
        scrollTo(page.locator(OUTPUT + " table").getByText("Torgersen").first());
        scrollTo(page.locator(OUTPUT + " img").first());
    }

    /// Scrolls from the top until something is on the screen: what is far away is not on the page.
    void scrollTo(Locator wanted) {
        Locator viewport = page.locator(VIEWPORT);
        int height = ((Number) viewport.evaluate("e => e.scrollHeight")).intValue();
        for (int top = 0; top <= height + STEP; top += STEP) {
            viewport.evaluate("(e, top) => { e.scrollTop = top; }", top);
            page.evaluate(
                    "() => new Promise(done => requestAnimationFrame(() =>"
                            + " requestAnimationFrame(done)))");
            if (wanted.count() > 0) {
                wanted.scrollIntoViewIfNeeded();
                break;
            }
        }
        assertThat(wanted).isVisible();
    }

    void save() {
        page.keyboard().press("Control+s");
        assertThat(page.locator(".lm-DockPanel-tabBar .lm-mod-current.jp-mod-dirty")).hasCount(0);
    }

    /// Runs a cell once more and waits for its number.
    void runAgain(String source, int count) {
        Locator cell =
                page.locator(".jp-Notebook .jp-CodeCell")
                        .filter(new Locator.FilterOptions().setHasText(source))
                        .first();
        scrollTo(cell);
        cell.locator(".cm-content").click();
        page.keyboard().press("Shift+Enter");
        assertThat(cell.locator(".jp-InputArea-prompt"))
                .containsText(
                        "[%d]".formatted(count),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        assertThat(cell.locator(".jp-OutputArea-output table")).isVisible();
    }

    /// Shows an output in a view beside the notebook.
    void showBeside(Locator output) {
        Locator views = page.locator(".jp-LinkedOutputView img");
        int before = views.count();
        scrollTo(output);
        output.click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        page.locator(".lm-Menu-itemLabel").getByText("Create New View for Cell Output").click();
        assertThat(views).hasCount(before + 1);
    }

    /// A chart by its place among the notebook's, counted in its whole length.
    Locator output(String kind) {
        return page.locator(OUTPUT + " " + kind);
    }

    void collapseSideBar() {
        page.keyboard().press("Control+b");
    }
}
