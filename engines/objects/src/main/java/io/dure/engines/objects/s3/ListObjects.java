package io.dure.engines.objects.s3;

import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;

/// Lists objects, version 1: goes on from a marker, which is a key.
final class ListObjects implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var query = exchange.query();
        var encoding = KeyEncoding.of(query);
        var limit = exchange.number("max-keys", 0, Integer.MAX_VALUE, Limits.MOST_LISTED);
        var listing =
                new Listing(
                        query.text("prefix"),
                        query.text("delimiter"),
                        query.text("marker"),
                        Math.min(limit, Limits.MOST_LISTED));
        var page =
                exchange.services()
                        .metadata()
                        .list(exchange.namespace(), exchange.bucket(), listing);
        var xml =
                XmlWriter.s3("ListBucketResult")
                        .text("Name", exchange.bucket())
                        .text("Prefix", encoding.write(listing.prefix()))
                        .text("Marker", encoding.write(listing.after()))
                        .text("MaxKeys", listing.limit())
                        .text("EncodingType", encoding.type());
        if (!listing.delimiter().isEmpty()) {
            xml.text("Delimiter", encoding.write(listing.delimiter()));
        }
        xml.text("IsTruncated", page.truncated());
        if (page.truncated()) {
            xml.text("NextMarker", encoding.write(page.last()));
        }
        ObjectListing.contents(xml, page, encoding, exchange.namespace().id().toString());
        ObjectListing.commonPrefixes(xml, page, encoding);
        exchange.answer().xml(200, xml);
    }
}
