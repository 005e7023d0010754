package io.dure.platform.people;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// How far imports are that this process is applying. In memory, for a page to watch: an import
/// that asked for a second connection while it held the first, and its locks, could wait for those
/// who wait for it.
@Component
class ImportProgress {
    private final Map<UUID, Integer> done = new ConcurrentHashMap<>();

    void reached(UUID id, int people) {
        done.put(id, people);
    }

    void ended(UUID id) {
        done.remove(id);
    }

    /// With what is written so far, if it is being applied here.
    Import of(Import found) {
        return found.withDone(done.getOrDefault(found.id(), found.done()));
    }
}
