package dev.moka.hub.aws.operation;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.model.ServiceModel;
import dev.moka.hub.aws.model.Shape;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes the answers of the query protocol.
final class QueryXml {
    private final String namespace;
    private final ServiceModel model;

    QueryXml(String namespace, ServiceModel model) {
        this.namespace = namespace;
        this.model = model;
    }

    byte[] result(String action, ObjectNode output, String requestId) {
        return document(
                action + "Response",
                xml -> {
                    if (model.output(action).isPresent()) {
                        xml.writeStartElement(action + "Result");
                        structure(xml, model.shape(model.output(action).get()), output);
                        xml.writeEndElement();
                    }
                    xml.writeStartElement("ResponseMetadata");
                    element(xml, "RequestId", requestId);
                    xml.writeEndElement();
                });
    }

    byte[] error(AwsException error, String requestId) {
        return document(
                "ErrorResponse",
                xml -> {
                    xml.writeStartElement("Error");
                    element(xml, "Type", error.httpStatus() < 500 ? "Sender" : "Receiver");
                    element(xml, "Code", error.code());
                    element(xml, "Message", error.text());
                    xml.writeEndElement();
                    element(xml, "RequestId", requestId);
                });
    }

    private void structure(XMLStreamWriter xml, Shape shape, JsonNode node)
            throws XMLStreamException {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = shape.members().get(member.getKey());
            if (name != null) {
                xml.writeStartElement(member.getKey());
                value(xml, model.shape(name), member.getValue());
                xml.writeEndElement();
            }
        }
    }

    private void value(XMLStreamWriter xml, Shape shape, JsonNode node) throws XMLStreamException {
        switch (shape.type()) {
            case STRUCTURE -> structure(xml, shape, node);
            case LIST -> {
                Shape element = model.shape(String.valueOf(shape.element()));
                for (JsonNode item : node) {
                    xml.writeStartElement("member");
                    value(xml, element, item);
                    xml.writeEndElement();
                }
            }
            case MAP -> {
                Shape element = model.shape(String.valueOf(shape.element()));
                for (Map.Entry<String, JsonNode> entry : node.properties()) {
                    xml.writeStartElement("entry");
                    element(xml, "key", entry.getKey());
                    xml.writeStartElement("value");
                    value(xml, element, entry.getValue());
                    xml.writeEndElement();
                    xml.writeEndElement();
                }
            }
            case TIMESTAMP ->
                    xml.writeCharacters(
                            Instant.ofEpochMilli(
                                            node.decimalValue().scaleByPowerOfTen(3).longValue())
                                    .toString());
            default -> xml.writeCharacters(allowed(node.asString()));
        }
    }

    private byte[] document(String root, Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(namespace);
            content.write(xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML could not be written to memory", e);
        }
        return out.toByteArray();
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    /// XML 1.0 has no way to write most control characters.
    private static String allowed(String text) {
        return text.codePoints()
                .map(c -> isWritable(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isWritable(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }

    /// What stands in the root element.
    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }
}
