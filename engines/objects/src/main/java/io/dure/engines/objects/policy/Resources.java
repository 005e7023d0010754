package io.dure.engines.objects.policy;

import java.util.List;

/// What a statement is about.
sealed interface Resources {
    List<ResourcePattern> patterns();

    boolean include(PolicyRequest request);

    /// Resource.
    record Only(List<ResourcePattern> patterns) implements Resources {
        public Only {
            patterns = List.copyOf(patterns);
        }

        @Override
        public boolean include(PolicyRequest request) {
            return patterns.stream()
                    .anyMatch(pattern -> pattern.matches(request.resource(), request.values()));
        }
    }

    /// NotResource.
    record AllBut(List<ResourcePattern> patterns) implements Resources {
        public AllBut {
            patterns = List.copyOf(patterns);
        }

        @Override
        public boolean include(PolicyRequest request) {
            return patterns.stream()
                    .noneMatch(pattern -> pattern.matches(request.resource(), request.values()));
        }
    }
}
