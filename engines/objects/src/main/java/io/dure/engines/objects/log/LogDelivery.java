package io.dure.engines.objects.log;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.buckets.Buckets;
import io.dure.engines.objects.checksum.RunningChecksum;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.notes.Storing;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Puts logs into their buckets, as every object is put: quotas count, and versions are kept.
final class LogDelivery {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss").withZone(ZoneOffset.UTC);
    private static final Attributes PLAIN_TEXT =
            new Attributes(Map.of("content-type", "text/plain"), Map.of());

    private final Metadata metadata;
    private final Buckets buckets;
    private final Bodies bodies;
    private final InstantSource clock;

    LogDelivery(Metadata metadata, Buckets buckets, Bodies bodies, InstantSource clock) {
        this.metadata = metadata;
        this.buckets = buckets;
        this.bodies = bodies;
        this.clock = clock;
    }

    /// @throws S3Exception NoSuchBucket, QuotaExceeded
    void deliver(LoggedBucket log, byte[] lines) throws IOException {
        var owner = log.owner();
        var bucket = log.target().bucket();
        var encryption =
                buckets.require(owner, bucket).encrypts() ? Encryption.MANAGED : Encryption.NONE;
        try (var writer = bodies.create(owner, encryption, Optional.empty())) {
            writer.write(lines, 0, lines.length);
            var description = describe(log, lines, writer.encryption());
            Storing.put(
                    bodies,
                    metadata,
                    owner,
                    writer,
                    description,
                    (object, bytes) ->
                            metadata.put(owner, bucket, object, new Precondition.None(), bytes));
        }
    }

    private OfObject describe(LoggedBucket log, byte[] lines, Encryption encryption) {
        var now = clock.instant();
        var md5 = RunningChecksum.md5();
        md5.update(lines, 0, lines.length);
        return new OfObject(
                log.target().bucket(),
                key(log, now),
                VersionId.random(),
                HexFormat.of().formatHex(md5.finish()),
                now,
                PLAIN_TEXT,
                Optional.empty(),
                encryption,
                Marks.NONE);
    }

    /// Amazon S3 User Guide, "Log object key format".
    private static String key(LoggedBucket log, Instant now) {
        var unique =
                HexFormat.of().withUpperCase().toHexDigits(ThreadLocalRandom.current().nextLong());
        return log.target().prefix() + TIME.format(now) + "-" + unique;
    }
}
