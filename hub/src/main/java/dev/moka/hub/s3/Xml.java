package dev.moka.hub.s3;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/// An XML document that is being written, in S3's name space.
final class Xml {
    private static final String SPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final StringBuilder text =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    /// A document with this root.
    static byte[] of(String root, Consumer<Xml> content) {
        return document(root, " xmlns=\"" + SPACE + "\"", content);
    }

    /// Without a name space, as S3 writes errors.
    static byte[] plain(String root, Consumer<Xml> content) {
        return document(root, "", content);
    }

    private static byte[] document(String root, String attributes, Consumer<Xml> content) {
        Xml xml = new Xml();
        xml.text.append('<').append(root).append(attributes).append('>');
        content.accept(xml);
        xml.text.append("</").append(root).append('>');
        return xml.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    Xml open(String name, Consumer<Xml> content) {
        text.append('<').append(name).append('>');
        content.accept(this);
        text.append("</").append(name).append('>');
        return this;
    }

    /// An element with text; none when the value is null.
    Xml add(String name, @Nullable Object value) {
        if (value != null) {
            text.append('<').append(name).append('>');
            escape(value.toString());
            text.append("</").append(name).append('>');
        }
        return this;
    }

    /// The text of the element that is open.
    Xml text(String value) {
        escape(value);
        return this;
    }

    Xml add(String name, Instant time) {
        return add(name, (Object) TIME.format(time));
    }

    /// An owner with the attributes that say which kind of grantee it is.
    Xml grantee(String id) {
        text.append(
                "<Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:type=\"CanonicalUser\">");
        add("ID", id);
        text.append("</Grantee>");
        return this;
    }

    /// Control characters are written as references, as S3 does, although XML 1.0 knows only some
    /// of them: clients that want any key ask for `encoding-type=url`.
    private void escape(String value) {
        for (int n = 0; n < value.length(); n++) {
            char c = value.charAt(n);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                default -> {
                    if ((c < ' ' && c != '\n' && c != '\t') || c == 0x7F || c >= 0xFFFE) {
                        text.append("&#x").append(Integer.toHexString(c)).append(';');
                    } else {
                        text.append(c);
                    }
                }
            }
        }
    }
}
