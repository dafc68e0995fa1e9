package dev.moka.sdk.progress;

import java.util.concurrent.atomic.AtomicReference;

/// Bars below a notebook's cell.
final class NotebookProgress implements Progress {
    private final NotebookPage page;

    NotebookProgress(NotebookPage page) {
        this.page = page;
    }

    @Override
    public Transfer begin(String what, long bytes) {
        var id = new AtomicReference<>("");
        return new Bar(what, bytes, (bar, last) -> draw(bar, id), System::nanoTime);
    }

    private void draw(Bar bar, AtomicReference<String> id) {
        String html = html(bar);
        if (id.get().isEmpty()) {
            id.set(page.show(html));
        } else {
            page.change(id.get(), html);
        }
    }

    private static String html(Bar bar) {
        String what = escaped(bar.what());
        return """
        <div><label>%s <progress max="100" value="%d" aria-label="%s"></progress></label> %d %% <small>%s</small></div>\
        """
                .formatted(
                        what,
                        (int) (bar.share() * 100),
                        what,
                        (int) (bar.share() * 100),
                        bar.figures());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
