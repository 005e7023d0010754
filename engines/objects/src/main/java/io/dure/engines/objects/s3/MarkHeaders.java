package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.lock.LegalHold;
import io.dure.engines.objects.configuration.lock.Retention;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.StoredObject;
import java.time.Instant;
import java.util.Optional;

/// An object's tags and locks as headers.
final class MarkHeaders {
    private static final String TAGGING = "x-amz-tagging";
    private static final String LOCK = "x-amz-object-lock-";

    private MarkHeaders() {}

    /// @param now which a retention must lie behind
    static Marks read(Headers headers, Instant now) {
        return new Marks(
                headers.find(TAGGING).map(ObjectTags::parseHeader).orElse(ObjectTags.NONE),
                Retention.ofHeaders(
                        headers.find(LOCK + "mode"), headers.find(LOCK + "retain-until-date"), now),
                headers.find(LOCK + "legal-hold").map(LegalHold::ofHeader),
                Optional.empty());
    }

    static void write(StoredObject object, Answer answer) {
        var marks = object.marks();
        if (!marks.tags().isEmpty()) {
            answer.header("x-amz-tagging-count", Integer.toString(marks.tags().tags().size()));
        }
        marks.retention()
                .ifPresent(retention ->
                        answer.header(LOCK + "mode", retention.mode().name())
                                .header(LOCK + "retain-until-date", retention.until().toString()));
        marks.legalHold().ifPresent(hold -> answer.header(LOCK + "legal-hold", hold.name()));
    }
}
