package io.dure.cloud.storage;

import io.dure.engines.objects.bodies.Damage;
import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.metadata.Claim;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What the scrub found to be rotten. The log names bodies, since keys of objects are people's
/// words; the organisation sees its objects by name.
@Component
public class Damages implements Damage.Report {
    private static final Logger LOG = LoggerFactory.getLogger(Damages.class);

    private final DamageRepository repository;
    private final Scoped scoped;
    private final InstantSource clock;

    Damages(DamageRepository repository, Scoped scoped, InstantSource clock) {
        this.repository = repository;
        this.scoped = scoped;
        this.clock = clock;
    }

    /// An object that cannot be read any more, or not wholly.
    public record Damaged(
            String bucket, String key, Optional<String> version, String reason, Instant foundAt) {}

    @Override
    public void found(Damage damage) {
        LOG.error(
                "storage.damaged body={} namespace={} reason={}",
                damage.body(),
                damage.claim().map(claim -> claim.namespace().id().toString()).orElse("?"),
                damage.reason());
        damage.claim().ifPresent(claim -> record(claim, damage.reason()));
    }

    private void record(Claim claim, String reason) {
        scoped.write(
                claim.namespace(),
                () -> {
                    repository.insert(claim, version(claim), reason, clock.instant());
                    return true;
                });
    }

    private static Optional<UUID> version(Claim claim) {
        return claim.description() instanceof Description.OfObject object
                ? object.version().id()
                : Optional.empty();
    }

    /// Those of the organisation in scope that are still named, newest first.
    List<Damaged> all() {
        return repository.all();
    }
}
