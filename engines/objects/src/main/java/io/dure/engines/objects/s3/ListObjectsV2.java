package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.ListedObject;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Page;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Lists objects, version 2: goes on from a token that only this server reads, or from a key.
final class ListObjectsV2 implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var query = exchange.query();
        var limit = exchange.number("max-keys", 0, Integer.MAX_VALUE, Limits.MOST_LISTED);
        var listing =
                new Listing(
                        query.text("prefix"),
                        query.text("delimiter"),
                        query.find("continuation-token")
                                .map(ListObjectsV2::key)
                                .orElse(query.text("start-after")),
                        Math.min(limit, Limits.MOST_LISTED));
        var page =
                exchange.services()
                        .metadata()
                        .list(exchange.namespace(), exchange.bucket(), listing);
        exchange.answer().xml(200, write(exchange, listing, page));
    }

    private static XmlWriter write(Exchange exchange, Listing listing, Page<ListedObject> page) {
        var query = exchange.query();
        var encoding = KeyEncoding.of(query);
        var owner =
                query.text("fetch-owner").equals("true")
                        ? exchange.namespace().id().toString()
                        : "";
        var xml =
                XmlWriter.s3("ListBucketResult")
                        .text("Name", exchange.bucket())
                        .text("Prefix", encoding.write(listing.prefix()))
                        .text("KeyCount", page.items().size() + page.commonPrefixes().size())
                        .text("MaxKeys", listing.limit())
                        .text("EncodingType", encoding.type());
        if (!listing.delimiter().isEmpty()) {
            xml.text("Delimiter", encoding.write(listing.delimiter()));
        }
        xml.text("ContinuationToken", query.find("continuation-token"))
                .text("StartAfter", query.find("start-after").map(encoding::write))
                .text("IsTruncated", page.truncated());
        if (page.truncated()) {
            xml.text("NextContinuationToken", token(page.last()));
        }
        ObjectListing.contents(xml, page, encoding, owner);
        ObjectListing.commonPrefixes(xml, page, encoding);
        return xml;
    }

    private static String token(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String token) {
        try {
            var key = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return ObjectKeys.require(key);
        } catch (IllegalArgumentException | S3Exception e) {
            throw S3Exception.argument(
                    "continuation-token", token, "The continuation token provided is incorrect");
        }
    }
}
