package io.dure.engines.objects.s3;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Conditions;
import io.dure.engines.objects.metadata.Part;
import io.dure.engines.objects.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The parts that a client wants its object made of.
record NamedParts(List<Element> parts) {
    /// @throws S3Exception MalformedXML
    static NamedParts parse(Element document) {
        var parts = document.all("Part");
        if (parts.isEmpty() || parts.size() > Limits.MOST_PARTS) {
            throw new S3Exception(S3Error.MALFORMED_XML);
        }
        return new NamedParts(parts);
    }

    /// The stored parts that are named, in order.
    ///
    /// @throws S3Exception InvalidPartOrder, InvalidPart, EntityTooSmall
    List<Part> select(List<Part> stored) {
        var byNumber = stored.stream().collect(Collectors.toMap(Part::number, Function.identity()));
        var selected = new ArrayList<Part>();
        for (var named : parts) {
            var number = number(named);
            if (!selected.isEmpty() && number <= selected.getLast().number()) {
                throw new S3Exception(S3Error.INVALID_PART_ORDER);
            }
            var part = byNumber.get(number);
            if (part == null || !agrees(named, part)) {
                throw new S3Exception(S3Error.INVALID_PART)
                        .with("PartNumber", Integer.toString(number))
                        .with("ETag", Conditions.unquote(named.text("ETag").orElse("")));
            }
            selected.add(part);
        }
        requireLargeEnough(selected);
        return selected;
    }

    /// What the ETag is of an object that is made of them.
    ///
    /// @return empty if there can be none
    Optional<String> etag() {
        try {
            return Optional.of(
                    MultipartEtag.of(
                            parts.stream()
                                    .map(named -> Conditions.unquote(named.text("ETag").orElse("")))
                                    .toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int number(Element named) {
        return named.text("PartNumber")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .orElseThrow(() -> new S3Exception(S3Error.MALFORMED_XML));
    }

    private static boolean agrees(Element named, Part part) {
        var etag = named.text("ETag").orElseThrow(() -> new S3Exception(S3Error.MALFORMED_XML));
        return Conditions.unquote(etag).equals(part.etag())
                && part.checksum().map(checksum -> agrees(named, checksum)).orElse(true);
    }

    private static boolean agrees(Element named, Checksum checksum) {
        return named.text(checksum.algorithm().element())
                .map(value -> value.strip().equals(checksum.value()))
                .orElse(true);
    }

    /// The last may be smaller.
    private static void requireLargeEnough(List<Part> selected) {
        for (var part : selected.subList(0, selected.size() - 1)) {
            if (part.body().size() < Limits.SMALLEST_PART_BYTES) {
                throw new S3Exception(S3Error.ENTITY_TOO_SMALL)
                        .with("ETag", part.etag())
                        .with("MinSizeAllowed", Long.toString(Limits.SMALLEST_PART_BYTES))
                        .with("PartNumber", Integer.toString(part.number()))
                        .with("ProposedSize", Long.toString(part.body().size()));
            }
        }
    }
}
