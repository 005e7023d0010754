package io.dure.cloud.demo;

import io.dure.cloud.storage.Buckets;
import io.dure.cloud.storage.Objects;
import io.dure.cloud.storage.StorageCapabilities;
import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.DemoPart;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.PersonId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The buckets of the demonstrations, counted in their quota like any other. Should the
/// organisation's transaction fail, the sweep finds the bodies.
@Component
class DemoFiles implements DemoPart {
    private final Map<String, Script> scripts;
    private final Buckets buckets;
    private final Objects objects;

    DemoFiles(Collection<Script> scripts, Buckets buckets, Objects objects) {
        this.scripts =
                scripts.stream().collect(Collectors.toMap(Script::shortName, Function.identity()));
        this.buckets = buckets;
        this.objects = objects;
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public void fill(Organisation organisation, RandomGenerator random) {
        var script = scripts.get(organisation.shortName());
        if (script == null) {
            return;
        }
        var caller =
                new Caller(
                        organisation.id(),
                        PersonId.LAUNCHER,
                        Authority.of(
                                StorageCapabilities.READ,
                                StorageCapabilities.WRITE,
                                StorageCapabilities.MANAGE),
                        "");
        for (var bucket : script.buckets()) {
            buckets.create(caller, bucket.name(), Optional.empty());
            bucket.files().forEach(file -> store(caller, bucket.name(), file));
        }
    }

    private void store(Caller caller, String bucket, DemoFile file) {
        var content = file.content().get();
        try {
            objects.store(
                    caller,
                    bucket,
                    file.key(),
                    file.mediaType(),
                    content.length,
                    new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
