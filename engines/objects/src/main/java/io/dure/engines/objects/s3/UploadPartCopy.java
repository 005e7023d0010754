package io.dure.engines.objects.s3;

import io.dure.engines.objects.description.Description.OfPart;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.Part;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Upload.ChosenChecksum;
import java.io.IOException;

/// Makes a part of an upload from an object, or from a range of it.
final class UploadPartCopy implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var key = exchange.objectKey();
        var id = UploadIds.of(exchange);
        var number = UploadPart.number(exchange);
        var services = exchange.services();
        var upload = services.metadata().upload(exchange.namespace(), exchange.bucket(), key, id);
        var source = CopySource.of(exchange).find(exchange);
        var range = range(exchange, source);
        services.metadata().admit(exchange.namespace(), exchange.bucket(), range.length());
        var customer = Protection.ofRead(exchange.headers());
        Protection.requireFits(upload.encryption(), customer);
        try (var writer =
                services.bodies().create(exchange.namespace(), upload.encryption(), customer)) {
            var received =
                    Copying.copy(
                            exchange,
                            source,
                            range,
                            writer,
                            upload.checksum().map(ChosenChecksum::algorithm));
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
            exchange.answer()
                    .xml(
                            200,
                            CopyObject.result(
                                    "CopyPartResult",
                                    part.etag(),
                                    part.lastModified(),
                                    part.checksum()));
        }
    }

    /// Unlike a read's, this range must lie wholly within the object.
    private static ByteRange range(Exchange exchange, StoredObject source) {
        var header = exchange.header("x-amz-copy-source-range");
        if (header.isEmpty()) {
            return requireAllowed(ByteRange.whole(source.size()));
        }
        if (!header.get().matches("bytes=\\d{1,18}-\\d{1,18}")) {
            throw S3Exception.argument(
                    "x-amz-copy-source-range",
                    header.get(),
                    "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are"
                            + " the zero-based offsets of the first and last bytes to copy");
        }
        var last = Long.parseLong(header.get().substring(header.get().indexOf('-') + 1));
        if (last >= source.size()) {
            throw S3Exception.argument(
                    "x-amz-copy-source-range",
                    header.get(),
                    "Range specified is not valid for source object of size: " + source.size());
        }
        return requireAllowed(
                ByteRange.parse(header.get(), source.size())
                        .orElseThrow(() ->
                                S3Exception.argument(
                                        "x-amz-copy-source-range",
                                        header.get(),
                                        S3Error.INVALID_ARGUMENT.message())));
    }

    private static ByteRange requireAllowed(ByteRange range) {
        if (range.length() > Limits.LARGEST_BODY_BYTES) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "The specified copy source is larger than the maximum allowable size");
        }
        return range;
    }
}
