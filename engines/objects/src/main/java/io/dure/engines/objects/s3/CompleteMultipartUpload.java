package io.dure.engines.objects.s3;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.checksum.ChecksumAlgorithm;
import io.dure.engines.objects.checksum.PartChecksums;
import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Part;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Upload;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Written;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Makes an object of an upload's parts, without touching their bytes.
final class CompleteMultipartUpload implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var key = exchange.objectKey();
        var id = UploadIds.of(exchange);
        var precondition = Preconditions.ofWrite(exchange.headers());
        var named = NamedParts.parse(exchange.document("CompleteMultipartUpload"));
        StoredObject object;
        try {
            object = complete(exchange, key, id, named, precondition);
        } catch (S3Exception e) {
            object = completed(exchange, key, id, named, e);
        }
        exchange.answer().xml(200, result(exchange, object));
    }

    private static StoredObject complete(
            Exchange exchange, String key, UUID id, NamedParts named, Precondition precondition) {
        var metadata = exchange.services().metadata();
        var upload = metadata.upload(exchange.namespace(), exchange.bucket(), key, id);
        var stored =
                metadata.parts(
                        exchange.namespace(), exchange.bucket(), key, id, 0, Limits.MOST_PARTS);
        var object = object(exchange, upload, named.select(stored));
        var written =
                Telling.creating(
                        exchange,
                        Event.CREATED_COMPLETE_MULTIPART_UPLOAD,
                        object,
                        joined ->
                                joined.complete(
                                        exchange.namespace(),
                                        exchange.bucket(),
                                        id,
                                        object,
                                        precondition));
        exchange.services().bodies().delete(written.unreferenced());
        Uploading.tell(written, object, exchange);
        return object;
    }

    /// Whoever did not hear that their upload was completed may say so again: while the object is
    /// there, the answer is the same.
    ///
    /// @throws S3Exception the refusal, unless the upload became an object of these parts
    private static StoredObject completed(
            Exchange exchange, String key, UUID id, NamedParts named, S3Exception refusal) {
        if (refusal.error() != S3Error.NO_SUCH_UPLOAD) {
            throw refusal;
        }
        var found =
                exchange.services()
                        .metadata()
                        .completed(exchange.namespace(), exchange.bucket(), key, id);
        if (!(found.object().orElse(null) instanceof StoredObject object)
                || !named.etag().equals(Optional.of(object.etag()))) {
            throw refusal;
        }
        requireSize(exchange, object.size());
        requireDeclared(exchange, object.checksum());
        Uploading.tell(
                new Written(found.versioning(), object.version(), List.of()), object, exchange);
        return object;
    }

    private static StoredObject object(Exchange exchange, Upload upload, List<Part> parts) {
        var size = parts.stream().mapToLong(part -> part.body().size()).sum();
        if (size > Limits.LARGEST_OBJECT_BYTES) {
            throw new S3Exception(S3Error.ENTITY_TOO_LARGE);
        }
        requireSize(exchange, size);
        var checksum =
                upload.checksum()
                        .map(chosen ->
                                PartChecksums.of(
                                        chosen.algorithm(), chosen.type(), checksums(parts)));
        requireDeclared(exchange, checksum);
        return new StoredObject(
                upload.key(),
                VersionId.random(),
                size,
                MultipartEtag.of(parts.stream().map(Part::etag).toList()),
                exchange.services().clock().instant(),
                upload.attributes(),
                checksum,
                upload.encryption(),
                upload.marks(),
                parts.stream().map(Part::body).toList());
    }

    /// A client may say how large the finished object is to be.
    private static void requireSize(Exchange exchange, long size) {
        exchange.header("x-amz-mp-object-size")
                .filter(text -> !text.equals(Long.toString(size)))
                .ifPresent(promised -> {
                    throw new S3Exception(
                            S3Error.INVALID_REQUEST,
                            "The provided 'x-amz-mp-object-size' header value "
                                    + promised
                                    + " does not match what was computed: "
                                    + size);
                });
    }

    private static List<PartChecksums.Part> checksums(List<Part> parts) {
        return parts.stream()
                .map(part ->
                        new PartChecksums.Part(
                                part.checksum()
                                        .orElseThrow(() -> new S3Exception(S3Error.INVALID_PART)),
                                part.body().size()))
                .toList();
    }

    /// A client may say what the finished object's checksum is to be.
    private static void requireDeclared(Exchange exchange, Optional<Checksum> checksum) {
        for (var algorithm : ChecksumAlgorithm.values()) {
            exchange.header(algorithm.header())
                    .ifPresent(declared -> {
                        if (checksum.filter(
                                        actual ->
                                                actual.algorithm() == algorithm
                                                        && sameValue(actual.value(), declared))
                                .isEmpty()) {
                            throw new S3Exception(
                                    S3Error.BAD_DIGEST,
                                    "The "
                                            + algorithm
                                            + " you specified did not match the calculated checksum.");
                        }
                    });
        }
    }

    /// Clients leave the count of parts off, or not.
    private static boolean sameValue(String actual, String declared) {
        return actual.equals(declared) || actual.startsWith(declared + "-");
    }

    private static XmlWriter result(Exchange exchange, StoredObject object) {
        var xml =
                XmlWriter.s3("CompleteMultipartUploadResult")
                        .text(
                                "Location",
                                "/" + exchange.bucket() + "/" + KeyEncoding.URL.write(object.key()))
                        .text("Bucket", exchange.bucket())
                        .text("Key", object.key())
                        .text("ETag", ObjectHeaders.quoted(object.etag()));
        object.checksum()
                .ifPresent(checksum ->
                        xml.text(checksum.algorithm().element(), checksum.value())
                                .text("ChecksumType", checksum.type().name()));
        return xml;
    }
}
