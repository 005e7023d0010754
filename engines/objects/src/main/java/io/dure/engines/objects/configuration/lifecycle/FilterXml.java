package io.dure.engines.objects.configuration.lifecycle;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.configuration.lifecycle.LifecycleFilter.And;
import io.dure.engines.objects.configuration.lifecycle.LifecycleFilter.Everything;
import io.dure.engines.objects.configuration.lifecycle.LifecycleFilter.GreaterThan;
import io.dure.engines.objects.configuration.lifecycle.LifecycleFilter.LegacyPrefix;
import io.dure.engines.objects.configuration.lifecycle.LifecycleFilter.LessThan;
import io.dure.engines.objects.configuration.lifecycle.LifecycleFilter.Prefix;
import io.dure.engines.objects.configuration.lifecycle.LifecycleFilter.Tagged;
import io.dure.engines.objects.configuration.tagging.Tag;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;

/// A rule's filter as a rule's element has it.
final class FilterXml {
    private FilterXml() {}

    /// The filter of a rule: its `Filter` or, of old, its `Prefix`.
    ///
    /// @throws S3Exception MalformedXML, InvalidTag, InvalidRequest
    static LifecycleFilter read(Fields rule) {
        var filter = rule.find("Filter");
        if (filter.isPresent() == rule.has("Prefix")) {
            throw Fields.malformed();
        }
        return filter.map(FilterXml::condition)
                .orElseGet(() -> new LegacyPrefix(rule.requireText("Prefix")));
    }

    private static LifecycleFilter condition(Element element) {
        var filter =
                Fields.of(
                        element,
                        "Prefix",
                        "Tag",
                        "ObjectSizeGreaterThan",
                        "ObjectSizeLessThan",
                        "And");
        if (filter.size() > 1) {
            throw Fields.malformed();
        }
        return filter.text("Prefix")
                .<LifecycleFilter>map(Prefix::new)
                .or(() -> filter.find("Tag").map(tag -> new Tagged(Tag.read(tag))))
                .or(() -> filter.whole("ObjectSizeGreaterThan").map(GreaterThan::new))
                .or(() -> filter.whole("ObjectSizeLessThan").map(LessThan::new))
                .or(() -> filter.find("And").map(FilterXml::conditions))
                .orElseGet(Everything::new);
    }

    private static And conditions(Element element) {
        var and =
                Fields.of(element, "Prefix", "Tag", "ObjectSizeGreaterThan", "ObjectSizeLessThan");
        return new And(
                and.text("Prefix"),
                and.all("Tag").stream().map(Tag::read).toList(),
                and.whole("ObjectSizeGreaterThan"),
                and.whole("ObjectSizeLessThan"));
    }

    static void write(LifecycleFilter filter, XmlWriter rule) {
        if (filter instanceof LegacyPrefix(var prefix)) {
            rule.text("Prefix", prefix);
        } else {
            rule.element("Filter", inside -> writeCondition(filter, inside));
        }
    }

    private static void writeCondition(LifecycleFilter filter, XmlWriter xml) {
        switch (filter) {
            case LegacyPrefix _, Everything _ -> {}
            case Prefix(var prefix) -> xml.text("Prefix", prefix);
            case Tagged(var tag) -> tag.write(xml);
            case GreaterThan(var bytes) -> xml.text("ObjectSizeGreaterThan", bytes);
            case LessThan(var bytes) -> xml.text("ObjectSizeLessThan", bytes);
            case And and -> xml.element("And", inside -> writeConditions(and, inside));
        }
    }

    private static void writeConditions(And and, XmlWriter xml) {
        xml.text("Prefix", and.prefix());
        and.tags().forEach(tag -> tag.write(xml));
        and.greaterThan().ifPresent(bytes -> xml.text("ObjectSizeGreaterThan", bytes));
        and.lessThan().ifPresent(bytes -> xml.text("ObjectSizeLessThan", bytes));
    }
}
