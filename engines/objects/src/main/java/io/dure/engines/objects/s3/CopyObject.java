package io.dure.engines.objects.s3;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.checksum.ChecksumAlgorithm;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;
import java.util.Optional;

/// Copies an object within the namespace, with its attributes or new ones.
final class CopyObject implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var key = exchange.objectKey();
        var named = CopySource.of(exchange);
        var replaces = replacesAttributes(exchange.headers());
        if (!replaces && named.bucket().equals(exchange.bucket()) && named.key().equals(key)) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "This copy request is illegal because it is trying to copy an object to itself without changing"
                            + " the object's metadata, storage class, website redirect location or encryption"
                            + " attributes.");
        }
        var requested = ObjectHeaders.read(exchange.headers());
        var source = named.find(exchange);
        if (source.size() > Limits.LARGEST_BODY_BYTES) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "The specified copy source is larger than the maximum allowable size");
        }
        store(exchange, key, source, replaces ? requested : source.attributes());
    }

    private static boolean replacesAttributes(Headers headers) {
        return switch (headers.text("x-amz-metadata-directive")) {
            case "", "COPY" -> false;
            case "REPLACE" -> true;
            default ->
                    throw new S3Exception(S3Error.INVALID_ARGUMENT, "Unknown metadata directive.");
        };
    }

    private static void store(
            Exchange exchange, String key, StoredObject source, Attributes attributes)
            throws IOException {
        var services = exchange.services();
        services.metadata().admit(exchange.namespace(), exchange.bucket(), source.size());
        try (var writer = services.bodies().create(exchange.namespace())) {
            var received =
                    Copying.copy(
                            services.bodies(),
                            source,
                            ByteRange.whole(source.size()),
                            writer,
                            algorithm(exchange.headers(), source));
            var description =
                    new OfObject(
                            exchange.bucket(),
                            key,
                            received.etag(),
                            services.clock().instant(),
                            attributes,
                            received.checksum());
            var object = StoredObject.of(description, writer.finish(description));
            var replaced =
                    writer.commit(() ->
                            services.metadata()
                                    .put(
                                            exchange.namespace(),
                                            exchange.bucket(),
                                            object,
                                            Preconditions.ofWrite(exchange.headers())));
            services.bodies().delete(replaced);
            exchange.answer()
                    .xml(
                            200,
                            result(
                                    "CopyObjectResult",
                                    object.etag(),
                                    object.lastModified(),
                                    object.checksum()));
        }
    }

    private static Optional<ChecksumAlgorithm> algorithm(Headers headers, StoredObject source) {
        return headers.find("x-amz-checksum-algorithm")
                .map(name ->
                        ChecksumAlgorithm.named(name)
                                .orElseThrow(() ->
                                        new S3Exception(
                                                S3Error.INVALID_REQUEST,
                                                "Checksum algorithm provided is unsupported.")))
                .or(() -> source.checksum().map(Checksum::algorithm));
    }

    static XmlWriter result(
            String root, String etag, java.time.Instant lastModified, Optional<Checksum> checksum) {
        var xml =
                XmlWriter.s3(root)
                        .text("LastModified", HttpDates.xml(lastModified))
                        .text("ETag", ObjectHeaders.quoted(etag));
        checksum.ifPresent(present ->
                xml.text(present.algorithm().element(), present.value())
                        .text("ChecksumType", present.type().name()));
        return xml;
    }
}
