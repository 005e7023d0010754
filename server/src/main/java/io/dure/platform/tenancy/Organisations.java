package io.dure.platform.tenancy;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The organisations of this cloud.
@Service
public class Organisations {
    private final OrganisationRepository repository;

    Organisations(OrganisationRepository repository) {
        this.repository = repository;
    }

    /// The organisation of an address such as `/o/SHORTNAME/…`. Call it in a [SystemScope].
    @Transactional(readOnly = true)
    public Optional<Organisation> byShortName(String shortName) {
        return repository.byShortName(shortName);
    }

    @Transactional(readOnly = true)
    public Optional<Organisation> byId(TenantId id) {
        return repository.byId(id);
    }
}
