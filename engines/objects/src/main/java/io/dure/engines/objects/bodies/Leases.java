package io.dure.engines.objects.bodies;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Who uses which bodies now. A body that is being read when it is to be deleted is deleted by its
/// last reader; one that is being written is nobody's to delete; one that is being deleted is
/// nobody's to read, since a slice may then be half there.
final class Leases {
    private final Map<UUID, Integer> users = new HashMap<>();
    private final Set<UUID> doomed = new HashSet<>();
    private final Set<UUID> going = new HashSet<>();

    synchronized void take(List<UUID> bodies) {
        bodies.forEach(body -> users.merge(body, 1, Integer::sum));
    }

    /// @return whether they were taken; otherwise some are just being deleted
    synchronized boolean takeToRead(List<UUID> bodies) {
        if (bodies.stream().anyMatch(going::contains)) {
            return false;
        }
        take(bodies);
        return true;
    }

    /// @return whether the caller must delete it now, and then say that it is [#gone]
    synchronized boolean release(UUID body) {
        var left = users.merge(body, -1, Integer::sum);
        if (left > 0) {
            return false;
        }
        users.remove(body);
        return doomed.remove(body) && going.add(body);
    }

    /// @return whether the caller must delete it now, and then say that it is [#gone]; otherwise
    ///   its last user will
    synchronized boolean doom(UUID body) {
        if (users.containsKey(body)) {
            doomed.add(body);
            return false;
        }
        return going.add(body);
    }

    /// Its deletion is through.
    synchronized void gone(UUID body) {
        going.remove(body);
    }

    synchronized boolean isUsed(UUID body) {
        return users.containsKey(body);
    }
}
