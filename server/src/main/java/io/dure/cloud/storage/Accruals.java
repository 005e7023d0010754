package io.dure.cloud.storage;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What storing came to over time, for whoever counts it: of every organisation in scope.
@Service
public class Accruals {
    private final AccrualRepository repository;

    Accruals(AccrualRepository repository) {
        this.repository = repository;
    }

    /// Of every bucket, and of those that are gone and not forgotten yet.
    @Transactional(readOnly = true)
    public List<Accrual> all() {
        return repository.all();
    }

    /// Forgets buckets that are gone, once their whole amount is counted.
    @Transactional
    public void forget(Collection<Accrual> gone) {
        repository.forget(gone);
    }

    /// Which of these are buckets of the organisation in scope.
    @Transactional(readOnly = true)
    public Set<String> bucketsAmong(Collection<String> names) {
        return repository.bucketsAmong(names);
    }
}
