package dev.moka.lab.export;

import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import tools.jackson.databind.JsonNode;

/// Markdown with GitHub's tables as cleaned HTML; pictures are put into it.
final class MarkdownHtml {
    private static final List<TablesExtension> EXTENSIONS =
            List.of((TablesExtension) TablesExtension.create());

    private final Pictures pictures;
    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).build();

    MarkdownHtml(Pictures pictures) {
        this.pictures = pictures;
    }

    String html(String markdown, JsonNode attachments) {
        Node document = parser.parse(markdown);
        document.accept(new Embedding(pictures, attachments));
        return Html.cleaned(renderer.render(document));
    }

    /// Replaces the address of each picture that is in the cell or in the workspace.
    private static final class Embedding extends AbstractVisitor {
        private final Pictures pictures;
        private final JsonNode attachments;

        Embedding(Pictures pictures, JsonNode attachments) {
            this.pictures = pictures;
            this.attachments = attachments;
        }

        @Override
        public void visit(Image image) {
            String address = image.getDestination();
            Optional<String> data =
                    address.startsWith("attachment:")
                            ? attached(address.substring("attachment:".length()))
                            : pictures.dataUri(address);
            data.ifPresent(image::setDestination);
        }

        private Optional<String> attached(String name) {
            return attachments.path(name).properties().stream()
                    .filter(entry -> entry.getKey().startsWith("image/"))
                    .filter(entry -> entry.getValue().isString())
                    .map(entry -> dataUri(entry.getKey(), entry.getValue().asString()))
                    .findFirst();
        }
    }

    static String dataUri(String type, String base64) {
        return "data:" + type + ";base64," + base64.replaceAll("\\s", "");
    }
}
