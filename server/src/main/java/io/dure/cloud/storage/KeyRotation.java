package io.dure.cloud.storage;

import io.dure.engines.objects.keys.MasterKeys;
import io.dure.engines.objects.keys.WrappedKeys;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.audit.Audit;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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

    /// A master key that all keys were to be wrapped under.
    ///
    /// @param rewrapped of how many organisations it wraps the keys now
    /// @param failed the organisations of which it does not: their files are damaged, or the master
    ///   key that wraps them is missing
    public record Master(int number, int rewrapped, List<String> failed) {}

    /// Makes another key of an organisation's, for bodies from now on.
    ///
    /// @return its number
    /// @throws UnknownThingException if there is no such organisation
    public int rotate(Caller caller, TenantId tenant) {
        caller.require(StorageCapabilities.ROTATE);
        var organisation =
                TenantScope.call(tenant, () -> organisations.byId(tenant))
                        .orElseThrow(() -> new UnknownThingException("organisation"));
        audit.record(caller, "storage.body-key-rotation-begun", organisation.shortName(), Map.of());
        var number = keys.rotate(new Namespace(tenant.value())).number();
        audit.record(
                caller,
                "storage.body-key-rotated",
                organisation.shortName(),
                Map.of("number", String.valueOf(number)));
        return number;
    }

    /// Wraps the keys of all organisations under another master key. Whoever was interrupted, or
    /// mended what failed, calls it again: it goes on with the newest for as long as that does not
    /// wrap all of them.
    public synchronized Master rotateMaster(Caller caller) {
        caller.require(StorageCapabilities.ROTATE);
        try {
            return wrap(caller, masters.newest() + (keys.areUnderNewest() ? 1 : 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same with another master key, also where some keys cannot be unwrapped any more.
    public synchronized Master rotateMasterAnew(Caller caller) {
        caller.require(StorageCapabilities.ROTATE);
        try {
            return wrap(caller, masters.newest() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is done cannot be taken back, so it is written down before, and what came of it after.
    private Master wrap(Caller caller, int number) throws IOException {
        var subject = "master-" + number;
        audit.record(caller, "storage.master-key-rotation-begun", subject, Map.of());
        if (number > masters.newest()) {
            masters.rotate();
        }
        var rewrap = keys.rewrap();
        audit.record(
                caller,
                "storage.master-key-rotated",
                subject,
                Map.of(
                        "rewrapped",
                        String.valueOf(rewrap.namespaces()),
                        "failed",
                        String.valueOf(rewrap.failed().size())));
        return new Master(
                number,
                rewrap.namespaces(),
                rewrap.failed().stream().map(this::name).sorted().toList());
    }

    /// @return the short name, or the id of whoever is no more
    private String name(Namespace namespace) {
        var tenant = new TenantId(namespace.id());
        return TenantScope.call(tenant, () -> organisations.byId(tenant))
                .map(Organisation::shortName)
                .orElse(namespace.id().toString());
    }
}
