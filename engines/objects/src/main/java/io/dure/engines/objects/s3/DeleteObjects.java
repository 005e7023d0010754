package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;
import java.util.List;

/// Deletes up to 1,000 objects in one transaction.
final class DeleteObjects implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var document = exchange.document("Delete");
        var keys = document.all("Object").stream().map(DeleteObjects::key).toList();
        if (keys.isEmpty() || keys.size() > Limits.MOST_LISTED) {
            throw new S3Exception(S3Error.MALFORMED_XML);
        }
        var services = exchange.services();
        services.bodies()
                .delete(
                        services.metadata()
                                .deleteAll(exchange.namespace(), exchange.bucket(), keys));
        var isQuiet =
                document.text("Quiet").filter(text -> text.strip().equals("true")).isPresent();
        exchange.answer().xml(200, result(isQuiet ? List.of() : keys));
    }

    private static String key(Element object) {
        if (!object.all("VersionId").isEmpty() || !object.all("ETag").isEmpty()) {
            throw new S3Exception(S3Error.NOT_IMPLEMENTED);
        }
        return ObjectKeys.require(
                object.text("Key").orElseThrow(() -> new S3Exception(S3Error.MALFORMED_XML)));
    }

    private static XmlWriter result(List<String> deleted) {
        var xml = XmlWriter.s3("DeleteResult");
        deleted.forEach(key -> xml.element("Deleted", inside -> inside.text("Key", key)));
        return xml;
    }
}
