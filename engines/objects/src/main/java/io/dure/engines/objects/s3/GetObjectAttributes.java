package io.dure.engines.objects.s3;

import io.dure.engines.objects.checksum.ChecksumAlgorithm;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Tells what the client wants to know of an object, without its bytes.
final class GetObjectAttributes implements Operation {
    private static final String HEADER = "x-amz-object-attributes";

    private enum Attribute {
        ETAG("ETag"),
        CHECKSUM("Checksum"),
        OBJECT_PARTS("ObjectParts"),
        STORAGE_CLASS("StorageClass"),
        OBJECT_SIZE("ObjectSize");

        private final String word;

        Attribute(String word) {
            this.word = word;
        }

        private static Attribute of(String word) {
            return Arrays.stream(values())
                    .filter(attribute -> attribute.word.equals(word))
                    .findFirst()
                    .orElseThrow(() ->
                            S3Exception.argument(
                                    HEADER, word, "Invalid attribute name specified."));
        }
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        var wanted = wanted(exchange);
        var object = Versions.find(exchange);
        Protection.requireFits(object.encryption(), Protection.ofRead(exchange.headers()));
        exchange.answer().header("last-modified", HttpDates.http(object.lastModified()));
        exchange.answer().xml(200, write(exchange, object, wanted));
    }

    private static Set<Attribute> wanted(Exchange exchange) {
        var header = exchange.headers().joined(HEADER);
        if (header.isBlank()) {
            throw S3Exception.argument(
                    HEADER,
                    "",
                    "The x-amz-object-attributes header specifying the attributes to be retrieved"
                            + " is either missing or empty");
        }
        var wanted = EnumSet.noneOf(Attribute.class);
        for (var word : header.split(",", -1)) {
            wanted.add(Attribute.of(word.strip()));
        }
        return wanted;
    }

    private static XmlWriter write(Exchange exchange, StoredObject object, Set<Attribute> wanted)
            throws IOException {
        var xml = XmlWriter.s3("GetObjectAttributesResponse");
        if (wanted.contains(Attribute.ETAG)) {
            xml.text("ETag", object.etag());
        }
        if (wanted.contains(Attribute.CHECKSUM)) {
            object.checksum()
                    .ifPresent(checksum ->
                            xml.element(
                                    "Checksum",
                                    inside ->
                                            inside.text(
                                                            checksum.algorithm().element(),
                                                            checksum.value())
                                                    .text("ChecksumType", checksum.type().name())));
        }
        if (wanted.contains(Attribute.OBJECT_PARTS) && object.isMultipart()) {
            writeParts(xml, exchange, object);
        }
        if (wanted.contains(Attribute.STORAGE_CLASS)) {
            xml.text("StorageClass", "STANDARD");
        }
        if (wanted.contains(Attribute.OBJECT_SIZE)) {
            xml.text("ObjectSize", object.size());
        }
        return xml;
    }

    private static void writeParts(XmlWriter xml, Exchange exchange, StoredObject object)
            throws IOException {
        var after = number(exchange, "x-amz-part-number-marker", 0);
        var most = number(exchange, "x-amz-max-parts", Limits.MOST_LISTED);
        var parts = object.contents();
        var last = Math.min(parts.size(), after + most);
        var noted = PartsOfObject.listed(exchange.services().bodies(), object);
        xml.element(
                "ObjectParts",
                inside -> {
                    inside.text("PartsCount", parts.size())
                            .text("PartNumberMarker", after)
                            .text("NextPartNumberMarker", last)
                            .text("MaxParts", most)
                            .text("IsTruncated", last < parts.size());
                    for (var at = after; at < last; at++) {
                        var number = at + 1;
                        var size = parts.get(at).size();
                        var checksum =
                                noted.isEmpty()
                                        ? Optional.<String>empty()
                                        : noted.get(at).checksum();
                        inside.element(
                                "Part",
                                part -> {
                                    part.text("PartNumber", number).text("Size", size);
                                    checksum.ifPresent(
                                            value -> part.text(algorithm(object).element(), value));
                                });
                    }
                });
    }

    private static ChecksumAlgorithm algorithm(StoredObject object) {
        return object.checksum().orElseThrow().algorithm();
    }

    private static int number(Exchange exchange, String header, int otherwise) {
        var text = exchange.headers().text(header);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,5}")) {
            throw S3Exception.argument(header, text, "Argument " + header + " must be an integer");
        }
        return Math.min(Integer.parseInt(text), Limits.MOST_PARTS);
    }
}
