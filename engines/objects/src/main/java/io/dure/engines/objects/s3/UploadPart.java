package io.dure.engines.objects.s3;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.description.Description.OfPart;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Part;
import io.dure.engines.objects.metadata.Upload;
import java.io.IOException;
import java.util.Optional;

/// Stores a part of an upload.
final class UploadPart implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var key = exchange.objectKey();
        var id = UploadIds.of(exchange);
        var number = number(exchange);
        var services = exchange.services();
        var upload = services.metadata().upload(exchange.namespace(), exchange.bucket(), key, id);
        Uploading.admit(exchange);
        var customer = Protection.ofRead(exchange.headers());
        Protection.requireSame(upload.encryption(), customer);
        try (var writer =
                services.bodies().create(exchange.namespace(), upload.encryption(), customer)) {
            var received = exchange.payload().copyTo(writer);
            requireChosen(upload, received.checksum());
            var description =
                    new OfPart(
                            exchange.bucket(),
                            key,
                            id,
                            number,
                            received.etag(),
                            services.clock().instant(),
                            received.checksum());
            var part = Part.of(description, writer.finish(description));
            var replaced =
                    writer.commit(() ->
                            services.metadata()
                                    .putPart(
                                            exchange.namespace(),
                                            exchange.bucket(),
                                            key,
                                            id,
                                            part));
            services.bodies().delete(replaced);
            Protection.write(upload.encryption(), exchange.answer());
            exchange.answer().header("etag", ObjectHeaders.quoted(part.etag()));
            part.checksum()
                    .ifPresent(checksum ->
                            exchange.answer()
                                    .header(checksum.algorithm().header(), checksum.value()));
            exchange.answer().empty(200);
        }
    }

    static int number(Exchange exchange) {
        if (exchange.query().text("partNumber").isEmpty()) {
            throw S3Exception.argument("partNumber", "", "partNumber is missing");
        }
        var text = exchange.query().text("partNumber");
        if (text.matches("\\d{1,5}")) {
            var number = Integer.parseInt(text);
            if (number >= 1 && number <= Limits.MOST_PARTS) {
                return number;
            }
        }
        throw S3Exception.argument(
                "partNumber",
                text,
                "Part number must be an integer between 1 and "
                        + Limits.MOST_PARTS
                        + ", inclusive");
    }

    /// A part without the upload's checksum could not be part of the whole's.
    private static void requireChosen(Upload upload, Optional<Checksum> checksum) {
        upload.checksum()
                .ifPresent(chosen -> {
                    if (checksum.filter(given -> given.algorithm() == chosen.algorithm())
                            .isEmpty()) {
                        throw new S3Exception(
                                S3Error.INVALID_REQUEST,
                                "Checksum Type mismatch occurred, expected checksum Type: "
                                        + chosen.algorithm()
                                                .name()
                                                .toLowerCase(java.util.Locale.ROOT)
                                        + ", actual checksum Type: "
                                        + checksum.map(given ->
                                                        given.algorithm()
                                                                .name()
                                                                .toLowerCase(java.util.Locale.ROOT))
                                                .orElse("null"));
                    }
                });
    }
}
