package dev.moka.lab.site;

import dev.moka.lab.contents.ApiPath;
import dev.moka.lab.contents.Contents;
import dev.moka.lab.kernels.NotebookFiles;
import dev.moka.lab.notebook.Notebook;
import dev.moka.lab.problem.Problem;
import java.io.IOException;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// The notebooks of the contents service, as kernels put outputs into them.
record ContentsNotebooks(Contents contents) implements NotebookFiles {
    @Override
    public void update(String path, Predicate<ObjectNode> change) throws IOException {
        try {
            ApiPath file = ApiPath.parse(path);
            // Asked first: a save that changes nothing would make an open editor ask whose version
            // is right.
            if (change.test(contents.notebook(file).json().deepCopy())) {
                contents.updateNotebook(file, notebook -> changed(notebook, change));
            }
        } catch (Problem e) {
            throw new IOException(e.message(), e);
        }
    }

    private static Notebook changed(Notebook notebook, Predicate<ObjectNode> change) {
        ObjectNode copy = notebook.json().deepCopy();
        var _ = change.test(copy);
        return new Notebook(copy);
    }
}
