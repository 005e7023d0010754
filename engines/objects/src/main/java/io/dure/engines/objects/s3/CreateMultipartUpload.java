package io.dure.engines.objects.s3;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.checksum.ChecksumAlgorithm;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Upload;
import io.dure.engines.objects.metadata.Upload.ChosenChecksum;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/// Begins an upload in parts.
final class CreateMultipartUpload implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        Acls.requireTaken(exchange);
        var asked = Uploading.protection(exchange).encryption();
        var upload =
                new Upload(
                        UUID.randomUUID(),
                        exchange.objectKey(),
                        ObjectHeaders.read(exchange.headers()),
                        checksum(exchange.headers()),
                        exchange.services().bodies().encryption(exchange.namespace(), asked),
                        Uploading.marks(exchange),
                        exchange.services().clock().instant());
        exchange.services()
                .metadata()
                .createUpload(exchange.namespace(), exchange.bucket(), upload);
        Protection.write(upload.encryption(), exchange.answer());
        LifecycleHeaders.write(upload, exchange);
        upload.checksum()
                .ifPresent(chosen ->
                        exchange.answer()
                                .header("x-amz-checksum-algorithm", chosen.algorithm().name())
                                .header("x-amz-checksum-type", chosen.type().name()));
        exchange.answer()
                .xml(
                        200,
                        XmlWriter.s3("InitiateMultipartUploadResult")
                                .text("Bucket", exchange.bucket())
                                .text("Key", upload.key())
                                .text("UploadId", upload.id().toString()));
    }

    private static Optional<ChosenChecksum> checksum(Headers headers) {
        var name = headers.find("x-amz-checksum-algorithm");
        var type = headers.find("x-amz-checksum-type");
        if (name.isEmpty() && type.isPresent()) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
        }
        return name.map(text -> {
            var algorithm =
                    ChecksumAlgorithm.named(text)
                            .orElseThrow(() ->
                                    new S3Exception(
                                            S3Error.INVALID_REQUEST,
                                            "Checksum algorithm provided is unsupported."));
            return new ChosenChecksum(algorithm, type(algorithm, type));
        });
    }

    /// SHA sums cannot be combined into that of the whole; CRC64NVME has no other meaning.
    private static Checksum.Type type(ChecksumAlgorithm algorithm, Optional<String> requested) {
        var type =
                requested
                        .map(CreateMultipartUpload::typeNamed)
                        .orElse(
                                algorithm == ChecksumAlgorithm.CRC64NVME
                                        ? Checksum.Type.FULL_OBJECT
                                        : Checksum.Type.COMPOSITE);
        var fits =
                switch (type) {
                    case FULL_OBJECT -> algorithm.isLinear();
                    case COMPOSITE -> algorithm != ChecksumAlgorithm.CRC64NVME;
                };
        if (!fits) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "The "
                            + type
                            + " checksum type cannot be used with the "
                            + algorithm
                            + " checksum algorithm.");
        }
        return type;
    }

    static Checksum.Type typeNamed(String name) {
        for (var type : Checksum.Type.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw new S3Exception(
                S3Error.INVALID_REQUEST, "Value for x-amz-checksum-type header is invalid.");
    }
}
