package io.dure.engines.objects.configuration.lock;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.xml.XmlWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Until when a version cannot be deleted. Amazon S3 API Reference, "PutObjectRetention".
///
/// @param until with milliseconds at most, as S3's dates have
public record Retention(RetentionMode mode, Instant until) {
    private static final String MODE = "x-amz-object-lock-mode";
    private static final String UNTIL = "x-amz-object-lock-retain-until-date";

    private static final int MOST_BYTES = 4 * 1024;

    public Retention {
        until = until.truncatedTo(ChronoUnit.MILLIS);
    }

    /// @param now which the date must lie behind
    /// @return empty if the document is, which takes a version's retention away
    /// @throws S3Exception MalformedXML, InvalidArgument
    public static Optional<Retention> parse(byte[] document, Instant now) {
        var fields = Fields.read(document, MOST_BYTES, "Retention", "Mode", "RetainUntilDate");
        if (fields.size() == 0) {
            return Optional.empty();
        }
        var mode = RetentionMode.of(fields.requireWord("Mode")).orElseThrow(Fields::malformed);
        var until =
                HttpDates.parseXml(fields.requireWord("RetainUntilDate"))
                        .orElseThrow(Fields::malformed);
        return Optional.of(new Retention(mode, until).requireAfter(now, "RetainUntilDate"));
    }

    /// What the headers of an upload say.
    ///
    /// @param mode the header `x-amz-object-lock-mode`
    /// @param until the header `x-amz-object-lock-retain-until-date`
    /// @throws S3Exception InvalidArgument
    public static Optional<Retention> ofHeaders(
            Optional<String> mode, Optional<String> until, Instant now) {
        if (mode.isPresent() != until.isPresent()) {
            throw S3Exception.argument(
                    mode.isPresent() ? MODE : UNTIL,
                    mode.or(() -> until).orElseThrow(),
                    "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be"
                            + " supplied");
        }
        return mode.map(word ->
                new Retention(
                                RetentionMode.of(word)
                                        .orElseThrow(() ->
                                                S3Exception.argument(
                                                        MODE, word, "Unknown wormMode directive.")),
                                HttpDates.parseXml(until.orElseThrow())
                                        .orElseThrow(() ->
                                                S3Exception.argument(
                                                        UNTIL,
                                                        until.orElseThrow(),
                                                        "The retain until date must be provided in"
                                                                + " ISO 8601 format")))
                        .requireAfter(now, UNTIL));
    }

    private Retention requireAfter(Instant now, String argument) {
        if (!until.isAfter(now)) {
            throw S3Exception.argument(
                    argument, HttpDates.xml(until), "The retain until date must be in the future!");
        }
        return this;
    }

    public XmlWriter write() {
        return XmlWriter.s3("Retention")
                .text("Mode", mode.name())
                .text("RetainUntilDate", HttpDates.xml(until));
    }
}
