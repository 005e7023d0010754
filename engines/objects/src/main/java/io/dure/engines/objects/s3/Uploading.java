package io.dure.engines.objects.s3;

/// What all uploads of bytes do first.
final class Uploading {
    private Uploading() {}

    /// Refuses a body for its length, and a large one for lack of room, before it is sent.
    static void admit(Exchange exchange) {
        var length = exchange.payload().requireLength(Limits.LARGEST_BODY_BYTES);
        if (length > Limits.ADMITTED_UNSEEN_BYTES) {
            exchange.services().metadata().admit(exchange.namespace(), exchange.bucket(), length);
        }
    }
}
