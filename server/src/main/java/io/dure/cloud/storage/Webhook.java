package io.dure.cloud.storage;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// An address that is told of what happens to objects.
///
/// @param name by which buckets name it, as `arn:dure:hooks:::NAME`
/// @param waiting messages that it is still to be sent
/// @param dropped messages that it did not take within a day, or that were more than may wait
/// @param lastError why it did not take the last one that was tried; empty if it did
/// @param oldSecretUntil until when the secret of before holds, too, if it was renewed
public record Webhook(
        WebhookId id,
        String name,
        URI url,
        Instant createdAt,
        long waiting,
        long dropped,
        String lastError,
        Optional<Instant> oldSecretUntil,
        long version) {}
