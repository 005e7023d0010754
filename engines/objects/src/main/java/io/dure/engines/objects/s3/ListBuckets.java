package io.dure.engines.objects.s3;

import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;

/// Lists the buckets that the key may touch.
final class ListBuckets implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var prefix = exchange.query().text("prefix");
        var buckets =
                exchange.services().metadata().buckets(exchange.namespace()).stream()
                        .filter(bucket ->
                                exchange.caller().mayTouch(bucket.name())
                                        && bucket.name().startsWith(prefix))
                        .toList();
        var owner = exchange.namespace().id().toString();
        var xml =
                XmlWriter.s3("ListAllMyBucketsResult")
                        .element(
                                "Owner",
                                inside -> inside.text("ID", owner).text("DisplayName", owner))
                        .element(
                                "Buckets",
                                list ->
                                        buckets.forEach(bucket ->
                                                list.element(
                                                        "Bucket",
                                                        inside ->
                                                                inside.text("Name", bucket.name())
                                                                        .text(
                                                                                "CreationDate",
                                                                                HttpDates.xml(
                                                                                        bucket
                                                                                                .createdAt())))));
        exchange.answer().xml(200, xml);
    }
}
