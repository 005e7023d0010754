package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.metadata.ListedVersion;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Page;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;
import java.util.Optional;

/// Lists versions and delete markers, the newest of a key first.
final class ListObjectVersions implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var query = exchange.query();
        var limit = exchange.number("max-keys", 0, Integer.MAX_VALUE, Limits.MOST_LISTED);
        var after = query.text("version-id-marker");
        if (!after.isEmpty() && query.text("key-marker").isEmpty()) {
            throw S3Exception.argument(
                    "version-id-marker",
                    after,
                    "A version-id marker cannot be specified without a key marker.");
        }
        var listing =
                new Listing(
                        query.text("prefix"),
                        query.text("delimiter"),
                        query.text("key-marker"),
                        Math.min(limit, Limits.MOST_LISTED));
        var page =
                exchange.services()
                        .metadata()
                        .versions(
                                exchange.namespace(),
                                exchange.bucket(),
                                listing,
                                after.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(VersionId.parse(after)));
        exchange.answer().xml(200, write(exchange, listing, after, page));
    }

    private static XmlWriter write(
            Exchange exchange, Listing listing, String after, Page<ListedVersion> page) {
        var encoding = KeyEncoding.of(exchange.query());
        var xml =
                XmlWriter.s3("ListVersionsResult")
                        .text("Name", exchange.bucket())
                        .text("Prefix", encoding.write(listing.prefix()))
                        .text("KeyMarker", encoding.write(listing.after()))
                        .text("VersionIdMarker", after)
                        .text("MaxKeys", listing.limit())
                        .text("EncodingType", encoding.type());
        if (!listing.delimiter().isEmpty()) {
            xml.text("Delimiter", encoding.write(listing.delimiter()));
        }
        xml.text("IsTruncated", page.truncated());
        if (page.truncated()) {
            xml.text("NextKeyMarker", encoding.write(page.last()));
            var last = page.items().isEmpty() ? null : page.items().getLast();
            if (last != null && last.key().equals(page.last())) {
                xml.text("NextVersionIdMarker", last.version().toString());
            }
        }
        var owner = exchange.namespace().id().toString();
        page.items().forEach(version -> write(xml, version, encoding, owner));
        ObjectListing.commonPrefixes(xml, page, encoding);
        return xml;
    }

    private static void write(
            XmlWriter xml, ListedVersion version, KeyEncoding encoding, String owner) {
        xml.element(
                version.isMarker() ? "DeleteMarker" : "Version",
                inside -> {
                    inside.text("Key", encoding.write(version.key()))
                            .text("VersionId", version.version().toString())
                            .text("IsLatest", version.isLatest())
                            .text("LastModified", HttpDates.xml(version.lastModified()));
                    if (!version.isMarker()) {
                        inside.text("ETag", ObjectHeaders.quoted(version.etag()));
                        version.checksum()
                                .ifPresent(checksum ->
                                        inside.text(
                                                        "ChecksumAlgorithm",
                                                        checksum.algorithm().name())
                                                .text("ChecksumType", checksum.type().name()));
                        inside.text("Size", version.size()).text("StorageClass", "STANDARD");
                    }
                    inside.element("Owner", id -> id.text("ID", owner).text("DisplayName", owner));
                });
    }
}
