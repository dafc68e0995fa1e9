package dev.moka.lab.contents;

import dev.moka.lab.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What is in a folder of the workspace: no hidden things, no devices, no links that lead nowhere
/// or out.
final class Listing {
    private final Workspace workspace;
    private final ModelReader reader;

    Listing(Workspace workspace, ModelReader reader) {
        this.workspace = workspace;
        this.reader = reader;
    }

    List<ContentsModel> of(ApiPath path, Spot spot) throws IOException {
        List<ContentsModel> models = new ArrayList<>();
        try (Folder folder = spot.open()) {
            for (String name : folder.names()) {
                if (!name.startsWith(".") && isListable(name)) {
                    add(models, folder, spot, path.child(name));
                }
            }
        }
        return models;
    }

    private static boolean isListable(String name) {
        return !name.equals("__pycache__")
                && !name.endsWith(".pyc")
                && !name.endsWith(".pyo")
                && !name.endsWith("~");
    }

    private void add(List<ContentsModel> models, Folder folder, Spot parent, ApiPath path)
            throws IOException {
        Spot spot = Spot.look(folder, path.name(), parent.path().resolve(path.name()));
        if (spot.isLink()) {
            addTarget(models, path);
        } else {
            add(models, path, spot);
        }
    }

    private void addTarget(List<ContentsModel> models, ApiPath path) {
        try (Spot target = workspace.locate(path)) {
            add(models, path, target);
        } catch (IOException | Problem e) {
            // A link to nothing, in a circle, or out of the workspace is not shown.
        }
    }

    private void add(List<ContentsModel> models, ApiPath path, Spot spot) {
        if (spot.isFolder()) {
            models.add(reader.head(path, spot, ContentsType.DIRECTORY));
        } else if (spot.isFile()) {
            models.add(reader.head(path, spot, ContentsType.ofName(path.name())));
        }
    }
}
