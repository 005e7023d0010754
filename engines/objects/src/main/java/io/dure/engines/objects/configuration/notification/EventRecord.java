package io.dure.engines.objects.configuration.notification;

import java.time.Instant;
import java.util.Optional;

/// Something that happened to an object, as a message tells it. Amazon S3 User Guide, "Event
/// message structure".
///
/// @param region that the bucket says it is in
/// @param request who asked for it
/// @param owner of the bucket, as a canonical id
/// @param configuration the id of the configuration by which it is told
public record EventRecord(
        Event event,
        String region,
        Instant time,
        Request request,
        String bucket,
        String owner,
        String configuration,
        Subject subject) {
    public EventRecord withSequencer(String sequencer) {
        return new EventRecord(
                event,
                region,
                time,
                request,
                bucket,
                owner,
                configuration,
                new Subject(
                        subject.key(),
                        subject.size(),
                        subject.etag(),
                        subject.versionId(),
                        Optional.of(sequencer)));
    }

    /// The request that made it happen; what ends by a lifecycle has one, too.
    ///
    /// @param principal who signed it
    /// @param sourceAddress an IP address
    public record Request(String principal, String sourceAddress, String id) {}

    /// The object, with what is to be told of it.
    ///
    /// @param size in bytes, of an object that was created
    /// @param etag without quotes
    /// @param versionId in a bucket with versions
    /// @param sequencer in hexadecimal; of two events of one key, the later one's is the greater,
    ///   once both are brought to one length with zeros on the right
    public record Subject(
            String key,
            Optional<Long> size,
            Optional<String> etag,
            Optional<String> versionId,
            Optional<String> sequencer) {}
}
