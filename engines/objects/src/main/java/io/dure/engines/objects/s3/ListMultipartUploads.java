package io.dure.engines.objects.s3;

import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Upload;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;
import java.util.Optional;

/// Lists uploads that are neither completed nor aborted.
final class ListMultipartUploads implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var query = exchange.query();
        var encoding = KeyEncoding.of(query);
        var limit = exchange.number("max-uploads", 0, Integer.MAX_VALUE, Limits.MOST_LISTED);
        var listing =
                new Listing(
                        query.text("prefix"),
                        query.text("delimiter"),
                        query.text("key-marker"),
                        Math.min(limit, Limits.MOST_LISTED));
        var marker =
                Optional.of(query.text("upload-id-marker"))
                        .filter(id -> !id.isEmpty() && !listing.after().isEmpty())
                        .map(UploadIds::parse);
        var page =
                exchange.services()
                        .metadata()
                        .uploads(exchange.namespace(), exchange.bucket(), listing, marker);
        var xml =
                XmlWriter.s3("ListMultipartUploadsResult")
                        .text("Bucket", exchange.bucket())
                        .text("KeyMarker", encoding.write(listing.after()))
                        .text("UploadIdMarker", query.text("upload-id-marker"))
                        .text("Prefix", encoding.write(listing.prefix()))
                        .text("MaxUploads", listing.limit())
                        .text("EncodingType", encoding.type());
        if (!listing.delimiter().isEmpty()) {
            xml.text("Delimiter", encoding.write(listing.delimiter()));
        }
        xml.text("IsTruncated", page.truncated());
        if (page.truncated()) {
            xml.text("NextKeyMarker", encoding.write(page.last()));
            if (!page.items().isEmpty() && page.items().getLast().key().equals(page.last())) {
                xml.text("NextUploadIdMarker", page.items().getLast().id().toString());
            }
        }
        var owner = exchange.namespace().id().toString();
        page.items()
                .forEach(upload ->
                        xml.element("Upload", inside -> write(inside, upload, encoding, owner)));
        ObjectListing.commonPrefixes(xml, page, encoding);
        exchange.answer().xml(200, xml);
    }

    private static void write(XmlWriter xml, Upload upload, KeyEncoding encoding, String owner) {
        xml.text("Key", encoding.write(upload.key()))
                .text("UploadId", upload.id().toString())
                .element("Initiator", inside -> inside.text("ID", owner).text("DisplayName", owner))
                .element("Owner", inside -> inside.text("ID", owner).text("DisplayName", owner))
                .text("StorageClass", "STANDARD")
                .text("Initiated", HttpDates.xml(upload.initiatedAt()));
        upload.checksum()
                .ifPresent(chosen ->
                        xml.text("ChecksumAlgorithm", chosen.algorithm().name())
                                .text("ChecksumType", chosen.type().name()));
    }
}
