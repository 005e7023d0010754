package io.dure.engines.objects.configuration.lock;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;
import java.time.Instant;

/// What new versions get that say nothing themselves. Amazon S3 API Reference, "DefaultRetention".
public record DefaultRetention(RetentionMode mode, RetentionPeriod period) {
    /// That of a version which is put now.
    public Retention from(Instant now) {
        return new Retention(mode, period.end(now));
    }

    static DefaultRetention read(Element element) {
        var fields = Fields.of(element, "Mode", "Days", "Years");
        var days = fields.number("Days");
        var years = fields.number("Years");
        if (days.isPresent() == years.isPresent()) {
            throw Fields.malformed();
        }
        return new DefaultRetention(
                RetentionMode.of(fields.requireWord("Mode")).orElseThrow(Fields::malformed),
                days.<RetentionPeriod>map(RetentionPeriod.Days::new)
                        .or(() -> years.map(RetentionPeriod.Years::new))
                        .orElseThrow(Fields::malformed));
    }

    void write(XmlWriter xml) {
        xml.element(
                "DefaultRetention",
                inside -> {
                    inside.text("Mode", mode.name());
                    switch (period) {
                        case RetentionPeriod.Days(var number) -> inside.text("Days", number);
                        case RetentionPeriod.Years(var number) -> inside.text("Years", number);
                    }
                });
    }
}
