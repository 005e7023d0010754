package io.dure.engines.objects.configuration.lifecycle;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;
import java.time.Instant;
import java.util.Optional;

/// When noncurrent versions are deleted: once they are old enough and enough newer ones are there.
/// Amazon S3 API Reference, "NoncurrentVersionExpiration".
///
/// @param days since it became noncurrent, 1 or more
/// @param newer noncurrent versions that stay whatever their age, 1 to 100
public record NoncurrentExpiration(int days, Optional<Integer> newer) {
    private static final String ACTION = "NoncurrentVersionExpiration";
    private static final int MOST_NEWER = 100;

    /// @throws S3Exception InvalidArgument
    public NoncurrentExpiration {
        Midnight.requirePositive("NoncurrentDays", ACTION, days);
        newer.ifPresent(NoncurrentExpiration::requireNewer);
    }

    private static void requireNewer(int versions) {
        Midnight.requirePositive("NewerNoncurrentVersions", ACTION, versions);
        if (versions > MOST_NEWER) {
            throw S3Exception.argument(
                    "NewerNoncurrentVersions",
                    Integer.toString(versions),
                    "'NewerNoncurrentVersions' for "
                            + ACTION
                            + " action must not be greater than "
                            + MOST_NEWER);
        }
    }

    /// When a version is deleted.
    ///
    /// @param newerVersions how many noncurrent versions of its key are newer
    /// @return empty while too few are
    Optional<Instant> end(Instant becameNoncurrent, int newerVersions) {
        return newer.filter(kept -> newerVersions < kept).isPresent()
                ? Optional.empty()
                : Optional.of(Midnight.after(becameNoncurrent, days));
    }

    static NoncurrentExpiration read(Element element) {
        var fields = Fields.of(element, "NoncurrentDays", "NewerNoncurrentVersions");
        return new NoncurrentExpiration(
                fields.number("NoncurrentDays").orElseThrow(Fields::malformed),
                fields.number("NewerNoncurrentVersions"));
    }

    void write(XmlWriter xml) {
        xml.element(
                ACTION,
                inside -> {
                    newer.ifPresent(kept -> inside.text("NewerNoncurrentVersions", kept));
                    inside.text("NoncurrentDays", days);
                });
    }
}
