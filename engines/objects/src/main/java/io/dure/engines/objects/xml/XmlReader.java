package io.dure.engines.objects.xml;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the XML of requests: no document types, no entities of their own, bounded depth. The
/// caller bounds the size.
public final class XmlReader {
    private static final int DEEPEST = 8;
    private static final XMLInputFactory FACTORY = factory();

    private XmlReader() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// @param root the name that the document's element must have
    /// @throws S3Exception MalformedXML
    public static Element read(byte[] document, String root) {
        try {
            var reader = FACTORY.createXMLStreamReader(new StringReader(utf8(document)));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                refuseDocumentType(reader);
            }
            var element = element(reader, 1);
            while (reader.hasNext()) {
                reader.next();
            }
            if (element.name().equals(root)) {
                return element;
            }
        } catch (XMLStreamException | java.util.NoSuchElementException e) {
            // answered as every document that S3 would not take
        }
        throw new S3Exception(S3Error.MALFORMED_XML);
    }

    /// Decoded here, since the parser tells the terminal of every broken sequence.
    private static String utf8(byte[] document) {
        try {
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(document))
                            .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new S3Exception(S3Error.MALFORMED_XML);
        }
    }

    private static Element element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new S3Exception(S3Error.MALFORMED_XML);
        }
        var name = reader.getLocalName();
        var text = new StringBuilder();
        var children = new ArrayList<Element>();
        for (var event = reader.next();
                event != XMLStreamConstants.END_ELEMENT;
                event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new S3Exception(S3Error.MALFORMED_XML);
                default -> {}
            }
        }
        return new Element(name, text.toString(), children);
    }

    private static void refuseDocumentType(XMLStreamReader reader) {
        if (reader.getEventType() == XMLStreamConstants.DTD) {
            throw new S3Exception(S3Error.MALFORMED_XML);
        }
    }
}
