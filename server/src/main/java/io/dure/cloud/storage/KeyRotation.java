package io.dure.cloud.storage;

import io.dure.engines.objects.keys.MasterKeys;
import io.dure.engines.objects.keys.WrappedKeys;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.audit.Audit;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.stereotype.Service;

/// Other keys to encrypt under, when an operator wants them. What is stored keeps its key, which
/// stays.
@Service
public class KeyRotation {
    private final MasterKeys masters;
    private final WrappedKeys keys;
    private final Organisations organisations;
    private final Audit audit;

    KeyRotation(MasterKeys masters, WrappedKeys keys, Organisations organisations, Audit audit) {
        this.masters = masters;
        this.keys = keys;
        this.organisations = organisations;
        this.audit = audit;
    }

    /// Another master key.
    ///
    /// @param rewrapped of how many organisations it wraps the keys now
    public record Master(int number, int rewrapped) {}

    /// Makes another key of an organisation's, for bodies from now on.
    ///
    /// @return its number
    /// @throws UnknownThingException if there is no such organisation
    public int rotate(Caller caller, TenantId tenant) {
        caller.require(StorageCapabilities.ROTATE);
        var organisation =
                TenantScope.call(tenant, () -> organisations.byId(tenant))
                        .orElseThrow(() -> new UnknownThingException("organisation"));
        var number = keys.rotate(new Namespace(tenant.value())).number();
        audit.record(
                caller,
                "storage.body-key-rotated",
                organisation.shortName(),
                Map.of("number", String.valueOf(number)));
        return number;
    }

    /// Makes another master key, and wraps the keys of all organisations under it. Whoever is
    /// interrupted calls it again: a key is wrapped under the old one, or under the new.
    public Master rotateMaster(Caller caller) {
        caller.require(StorageCapabilities.ROTATE);
        try {
            var number = masters.rotate();
            var made = new Master(number, keys.rewrap());
            audit.record(
                    caller,
                    "storage.master-key-rotated",
                    "master-" + number,
                    Map.of("rewrapped", String.valueOf(made.rewrapped())));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
