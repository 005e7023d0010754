package io.dure.cloud.storage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How full all is that has a bound, for whoever warns before it is full.
@Service
public class Levels {
    private final BucketRepository repository;

    Levels(BucketRepository repository) {
        this.repository = repository;
    }

    /// Of every organisation in scope, and of their buckets that have bounds of their own.
    @Transactional(readOnly = true)
    public List<Level> all() {
        var organisations =
                repository.usedBytesOfAll().entrySet().stream()
                        .map(used ->
                                new Level(
                                        used.getKey(),
                                        Optional.empty(),
                                        used.getValue(),
                                        Optional.empty(),
                                        Optional.empty()));
        return Stream.concat(organisations, repository.boundedOfAll().stream()).toList();
    }
}
