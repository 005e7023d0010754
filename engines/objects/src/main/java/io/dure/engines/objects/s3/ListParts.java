package io.dure.engines.objects.s3;

import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.metadata.Part;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;

/// Lists the parts that an upload has so far.
final class ListParts implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var id = UploadIds.of(exchange);
        var limit =
                Math.min(
                        exchange.number("max-parts", 0, Integer.MAX_VALUE, Limits.MOST_LISTED),
                        Limits.MOST_LISTED);
        var marker = exchange.number("part-number-marker", 0, Integer.MAX_VALUE, 0);
        var metadata = exchange.services().metadata();
        var upload =
                metadata.upload(exchange.namespace(), exchange.bucket(), exchange.objectKey(), id);
        var found =
                metadata.parts(
                        exchange.namespace(),
                        exchange.bucket(),
                        exchange.objectKey(),
                        id,
                        marker,
                        limit + 1);
        var parts = found.subList(0, Math.min(limit, found.size()));
        LifecycleHeaders.write(upload, exchange);
        var owner = exchange.namespace().id().toString();
        var xml =
                XmlWriter.s3("ListPartsResult")
                        .text("Bucket", exchange.bucket())
                        .text("Key", KeyEncoding.of(exchange.query()).write(upload.key()))
                        .text("UploadId", id.toString())
                        .element(
                                "Initiator",
                                inside -> inside.text("ID", owner).text("DisplayName", owner))
                        .element(
                                "Owner",
                                inside -> inside.text("ID", owner).text("DisplayName", owner))
                        .text("StorageClass", "STANDARD")
                        .text("PartNumberMarker", marker)
                        .text(
                                "NextPartNumberMarker",
                                parts.isEmpty() ? marker : parts.getLast().number())
                        .text("MaxParts", limit)
                        .text("IsTruncated", found.size() > limit);
        upload.checksum()
                .ifPresent(chosen ->
                        xml.text("ChecksumAlgorithm", chosen.algorithm().name())
                                .text("ChecksumType", chosen.type().name()));
        parts.forEach(part -> xml.element("Part", inside -> write(inside, part)));
        exchange.answer().xml(200, xml);
    }

    private static void write(XmlWriter xml, Part part) {
        xml.text("PartNumber", part.number())
                .text("LastModified", HttpDates.xml(part.lastModified()))
                .text("ETag", ObjectHeaders.quoted(part.etag()))
                .text("Size", part.body().size());
        part.checksum()
                .ifPresent(checksum -> xml.text(checksum.algorithm().element(), checksum.value()));
    }
}
