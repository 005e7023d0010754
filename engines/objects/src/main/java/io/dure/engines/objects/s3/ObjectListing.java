package io.dure.engines.objects.s3;

import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.metadata.ListedObject;
import io.dure.engines.objects.metadata.Page;
import io.dure.engines.objects.xml.XmlWriter;

/// What both versions of a listing write in the same way.
final class ObjectListing {
    private ObjectListing() {}

    static void contents(
            XmlWriter xml, Page<ListedObject> page, KeyEncoding encoding, String owner) {
        for (var object : page.items()) {
            xml.element(
                    "Contents",
                    inside -> {
                        inside.text("Key", encoding.write(object.key()))
                                .text("LastModified", HttpDates.xml(object.lastModified()))
                                .text("ETag", ObjectHeaders.quoted(object.etag()));
                        object.checksum()
                                .ifPresent(checksum ->
                                        inside.text(
                                                        "ChecksumAlgorithm",
                                                        checksum.algorithm().name())
                                                .text("ChecksumType", checksum.type().name()));
                        inside.text("Size", object.size());
                        if (!owner.isEmpty()) {
                            inside.element(
                                    "Owner", id -> id.text("ID", owner).text("DisplayName", owner));
                        }
                        inside.text("StorageClass", "STANDARD");
                    });
        }
    }

    static void commonPrefixes(XmlWriter xml, Page<?> page, KeyEncoding encoding) {
        for (var prefix : page.commonPrefixes()) {
            xml.element("CommonPrefixes", inside -> inside.text("Prefix", encoding.write(prefix)));
        }
    }
}
