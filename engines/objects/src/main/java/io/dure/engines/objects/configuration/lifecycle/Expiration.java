package io.dure.engines.objects.configuration.lifecycle;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// When current objects end. Amazon S3 API Reference, "LifecycleExpiration".
public sealed interface Expiration {
    /// So many days after an object was created.
    ///
    /// @param days 1 or more
    record AfterDays(int days) implements Expiration {
        public AfterDays {
            Midnight.requirePositive("Days", "Expiration", days);
        }
    }

    /// On a day, and on every one after it.
    ///
    /// @param date in the years 1 to 9999
    record OnDate(LocalDate date) implements Expiration {
        public OnDate {
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw Fields.malformed();
            }
        }
    }

    /// Not at all: only delete markers with nothing under them go, at once.
    ///
    /// @param removed whether they do
    record LoneMarkers(boolean removed) implements Expiration {}

    /// When an object ends that was created then.
    default Optional<Instant> end(Instant created) {
        return switch (this) {
            case AfterDays(var days) -> Optional.of(Midnight.after(created, days));
            case OnDate(var date) -> Optional.of(date.atStartOfDay(ZoneOffset.UTC).toInstant());
            case LoneMarkers _ -> Optional.empty();
        };
    }

    /// When a delete marker goes that was created then and has nothing under it.
    default Optional<Instant> endOfLoneMarker(Instant created) {
        return switch (this) {
            case AfterDays _, OnDate _ -> end(created);
            case LoneMarkers(var removed) -> removed ? Optional.of(created) : Optional.empty();
        };
    }

    /// @throws S3Exception MalformedXML, InvalidArgument
    static Expiration read(Element element) {
        var fields = Fields.of(element, "Days", "Date", "ExpiredObjectDeleteMarker");
        if (fields.size() != 1) {
            throw Fields.malformed();
        }
        return fields.number("Days")
                .<Expiration>map(AfterDays::new)
                .or(() -> fields.word("Date").map(date -> new OnDate(date(date))))
                .or(() -> fields.flag("ExpiredObjectDeleteMarker").map(LoneMarkers::new))
                .orElseThrow(Fields::malformed);
    }

    private static LocalDate date(String word) {
        var time = HttpDates.parseXml(word).orElseThrow(Fields::malformed);
        var local = time.atOffset(ZoneOffset.UTC);
        if (local.toLocalTime().toNanoOfDay() != 0) {
            throw S3Exception.argument("Date", word, "'Date' must be at midnight GMT");
        }
        return local.toLocalDate();
    }

    default void write(XmlWriter xml) {
        xml.element(
                "Expiration",
                inside -> {
                    switch (this) {
                        case AfterDays(var days) -> inside.text("Days", days);
                        case OnDate(var date) ->
                                inside.text(
                                        "Date",
                                        HttpDates.xml(
                                                date.atStartOfDay(ZoneOffset.UTC).toInstant()));
                        case LoneMarkers(var removed) ->
                                inside.text("ExpiredObjectDeleteMarker", removed);
                    }
                });
    }
}
