package io.dure.platform.audit.web;

import io.dure.platform.audit.ActorNames;
import io.dure.platform.audit.Audit;
import io.dure.platform.audit.EntryFilter;
import io.dure.platform.audit.Page;
import io.dure.platform.tenancy.Caller;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Reads a trail with the names of its actors.
@Component
class Trail {
    private final Audit audit;
    private final ObjectProvider<ActorNames> names;

    Trail(Audit audit, ObjectProvider<ActorNames> names) {
        this.audit = audit;
        this.names = names;
    }

    List<EntryView> read(Caller caller, EntryFilter filter, Page page) {
        var entries = audit.list(caller, filter, page);
        var people =
                entries.stream()
                        .flatMap(entry ->
                                Stream.concat(
                                        entry.actor().person().stream(),
                                        entry.subjectPerson().stream()))
                        .collect(Collectors.toSet());
        var known = names.getIfAvailable(() -> _ -> Map.of()).of(people);
        return entries.stream().map(entry -> EntryView.of(entry, known)).toList();
    }
}
