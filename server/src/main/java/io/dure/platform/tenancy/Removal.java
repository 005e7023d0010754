package io.dure.platform.tenancy;

import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.Organisation.State;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Removes the organisation in scope for good: what modules keep outside the database, then every
/// row. PostgreSQL itself refuses it for an organisation that is neither closed nor a
/// demonstration.
@Service
public class Removal {
    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

    private final OrganisationRepository repository;
    private final List<Remains> remains;
    private final TransactionTemplate transaction;

    Removal(
            OrganisationRepository repository,
            List<Remains> remains,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.remains = List.copyOf(remains);
        this.transaction = transaction;
    }

    /// What the organisation in scope holds that must not be removed yet.
    public Retained retained(Instant now) {
        var tenant = TenantScope.current();
        return remains.stream()
                .map(part -> part.retained(tenant, now))
                .reduce(Retained.NOTHING, Retained::and);
    }

    /// @throws ConflictException unless it is closed, or a demonstration
    public void remove(Organisation organisation) {
        if (organisation.state() != State.CLOSED && !organisation.demo()) {
            throw new ConflictException(
                    "not-closed", organisation.name() + " must be closed before it is removed.");
        }
        remains.forEach(part -> part.remove(organisation.id()));
        transaction.executeWithoutResult(_ -> repository.removeAllRows());
        LOG.info("organisation.removed tenant={}", organisation.id());
    }
}
