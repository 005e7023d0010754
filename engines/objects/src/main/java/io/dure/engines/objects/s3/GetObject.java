package io.dure.engines.objects.s3;

import io.dure.engines.objects.bodies.ObjectReader;
import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Conditions;
import io.dure.engines.objects.metadata.StoredObject;
import java.io.IOException;

/// Sends an object, or the part of it that a range or a part number selects; HeadObject says the
/// same without the bytes.
final class GetObject implements Operation {
    /// An object replaced between its row and its bodies is looked up again.
    private static final int ATTEMPTS = 8;

    private final boolean sendsBody;

    private GetObject(boolean sendsBody) {
        this.sendsBody = sendsBody;
    }

    static Operation whole() {
        return new GetObject(true);
    }

    /// HeadObject.
    static Operation head() {
        return new GetObject(false);
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var object = Versions.find(exchange);
            if (answered(exchange, object)) {
                return;
            }
        }
        throw new S3Exception(S3Error.SERVICE_UNAVAILABLE);
    }

    private boolean answered(Exchange exchange, StoredObject object) throws IOException {
        var customer = Protection.ofRead(exchange.headers());
        Protection.requireFits(object.encryption(), customer);
        var outcome =
                Preconditions.ofRead(exchange.headers())
                        .evaluate(object.etag(), object.lastModified());
        if (outcome == Conditions.Outcome.FAILED) {
            throw new S3Exception(S3Error.PRECONDITION_FAILED);
        }
        if (outcome == Conditions.Outcome.NOT_MODIFIED) {
            ObjectHeaders.write(object, exchange.answer());
            exchange.answer().empty(304);
            return true;
        }
        var selection = Selection.of(exchange, object);
        if (!sendsBody) {
            begin(exchange, object, selection);
            exchange.answer().end();
            return true;
        }
        var opened = exchange.services().bodies().open(object.contents(), customer);
        if (opened.isEmpty()) {
            return false;
        }
        try (var reader = opened.get()) {
            send(exchange, object, selection, reader);
        }
        return true;
    }

    private static void send(
            Exchange exchange, StoredObject object, Selection selection, ObjectReader reader)
            throws IOException {
        begin(exchange, object, selection);
        reader.read(selection.range(), exchange.answer()::write);
        exchange.answer().end();
    }

    private static void begin(Exchange exchange, StoredObject object, Selection selection)
            throws IOException {
        var answer = exchange.answer();
        ObjectHeaders.write(object, answer);
        if (Versions.named(exchange).isEmpty()) {
            LifecycleHeaders.write(object, exchange);
        }
        Overrides.write(exchange.query(), answer);
        if (exchange.headers().text("x-amz-checksum-mode").equalsIgnoreCase("ENABLED")) {
            writeChecksum(exchange, object, selection);
        }
        selection.write(answer, object);
        answer.begin(selection.status(), selection.range().length());
    }

    private static void writeChecksum(Exchange exchange, StoredObject object, Selection selection)
            throws IOException {
        var checksum = selection.checksum(object, exchange.services().bodies());
        if (checksum.isPresent()) {
            var type = object.checksum().map(Checksum::type).orElse(checksum.get().type());
            ObjectHeaders.writeChecksum(checksum.get(), type, exchange.answer());
        }
    }
}
