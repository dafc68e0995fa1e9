package dev.moka.hub.s3;

import dev.moka.hub.aws.AwsRequest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the XML of a request: no DTD, no entities of one's own, nothing from outside, and only as
/// large and deep as S3's documents are.
final class XmlBody {
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int DEEPEST = 12;

    // The one of the JDK, whatever else is on the class path.
    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    XmlBody() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    /// The root, which must be of this name.
    Element read(AwsRequest request, String root) throws IOException {
        return readOptional(request, root).orElseThrow(S3Errors::malformedXml);
    }

    /// The root, or nothing for an empty body.
    Optional<Element> readOptional(AwsRequest request, String root) throws IOException {
        byte[] bytes = Bodies.read(request, LARGEST);
        if (bytes.length == 0) {
            return Optional.empty();
        }
        Element element = parse(bytes);
        if (!element.name().equals(root)) {
            throw S3Errors.malformedXml();
        }
        return Optional.of(element);
    }

    Element parse(byte[] bytes) {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return root(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw S3Errors.malformedXml();
        }
    }

    private static Element root(XMLStreamReader reader) throws XMLStreamException {
        Element document = new Element("");
        Deque<Element> open = new ArrayDeque<>();
        open.push(document);
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element element = new Element(reader.getLocalName());
                    open.element().add(element);
                    open.push(element);
                    if (open.size() > DEEPEST) {
                        throw S3Errors.malformedXml();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        open.element().add(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw S3Errors.malformedXml();
                default -> {
                    // Comments and processing instructions mean nothing here.
                }
            }
        }
        if (document.children().size() != 1) {
            throw S3Errors.malformedXml();
        }
        return document.children().getFirst();
    }
}
