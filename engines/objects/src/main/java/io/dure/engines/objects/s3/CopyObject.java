package io.dure.engines.objects.s3;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.checksum.ChecksumAlgorithm;
import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.Marks.Change;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.notes.Storing;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;
import java.util.Optional;

/// Copies an object within the namespace, with its attributes or new ones.
final class CopyObject implements Operation {
    private static final String TAGGING = "x-amz-tagging-directive";
    private static final String METADATA = "x-amz-metadata-directive";

    @Override
    public void handle(Exchange exchange) throws IOException {
        var key = exchange.objectKey();
        Acls.requireTaken(exchange);
        var named = CopySource.of(exchange);
        var replaces = replacesAttributes(exchange.headers());
        var protection = Uploading.protection(exchange);
        if (!replaces
                && named.version().isEmpty()
                && protection.encryption() instanceof Encryption.None
                && named.bucket().equals(exchange.bucket())
                && named.key().equals(key)) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "This copy request is illegal because it is trying to copy an object to itself without changing"
                            + " the object's metadata, storage class, website redirect location or encryption"
                            + " attributes.");
        }
        var requested = ObjectHeaders.read(exchange.headers());
        var asked = Uploading.marks(exchange);
        var source = named.find(exchange);
        if (source.size() > Limits.LARGEST_BODY_BYTES) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "The specified copy source is larger than the maximum allowable size");
        }
        var marks =
                replacesTags(exchange.headers())
                        ? asked
                        : asked.with(new Change.Tags(source.marks().tags()));
        store(
                exchange,
                source,
                protection,
                (etag, checksum, encryption) ->
                        new OfObject(
                                exchange.bucket(),
                                key,
                                VersionId.random(),
                                etag,
                                exchange.services().clock().instant(),
                                replaces ? requested : source.attributes(),
                                checksum,
                                encryption,
                                marks));
    }

    private static S3Exception unknown(Headers headers, String header, String message) {
        return S3Exception.argument(header, headers.text(header), message);
    }

    private static boolean replacesTags(Headers headers) {
        return switch (headers.text(TAGGING)) {
            case "", "COPY" -> false;
            case "REPLACE" -> true;
            default -> throw unknown(headers, TAGGING, "Unknown tagging directive.");
        };
    }

    /// Describes the copy, once its digests are known.
    private interface Describing {
        OfObject describe(String etag, Optional<Checksum> checksum, Encryption encryption);
    }

    private static boolean replacesAttributes(Headers headers) {
        return switch (headers.text(METADATA)) {
            case "", "COPY" -> false;
            case "REPLACE" -> true;
            default -> throw unknown(headers, METADATA, "Unknown metadata directive.");
        };
    }

    private static void store(
            Exchange exchange, StoredObject source, Protection protection, Describing describing)
            throws IOException {
        var services = exchange.services();
        services.metadata().admit(exchange.namespace(), exchange.bucket(), source.size());
        try (var writer =
                services.bodies()
                        .create(
                                exchange.namespace(),
                                protection.encryption(),
                                protection.customer())) {
            var received =
                    Copying.copy(
                            exchange,
                            source,
                            ByteRange.whole(source.size()),
                            writer,
                            algorithm(exchange.headers(), source));
            var description =
                    describing.describe(received.etag(), received.checksum(), writer.encryption());
            var stored =
                    Storing.put(
                            services.bodies(),
                            services.metadata(),
                            exchange.namespace(),
                            writer,
                            description,
                            (made, bytes) ->
                                    Telling.creating(
                                            exchange,
                                            Event.CREATED_COPY,
                                            made,
                                            metadata ->
                                                    metadata.put(
                                                            exchange.namespace(),
                                                            exchange.bucket(),
                                                            made,
                                                            Preconditions.ofWrite(
                                                                    exchange.headers()),
                                                            bytes)));
            var object = stored.object();
            Uploading.tell(stored.written(), object, exchange);
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
