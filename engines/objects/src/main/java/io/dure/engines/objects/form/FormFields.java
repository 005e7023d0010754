package io.dure.engines.objects.form;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The fields of a form that stand before its file.
///
/// @param byName in lower case, for S3 has them in any
public record FormFields(SortedMap<String, String> byName) {
    public FormFields {
        byName = new TreeMap<>(byName);
    }

    public FormFields(Map<String, String> byName) {
        this(new TreeMap<>(byName));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public FormFields with(String name, String value) {
        var more = new TreeMap<>(byName);
        more.put(name, value);
        return new FormFields(more);
    }
}
