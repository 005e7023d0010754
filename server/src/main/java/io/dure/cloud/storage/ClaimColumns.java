package io.dure.cloud.storage;

import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.metadata.Claim;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Claims as arrays, a column each.
record ClaimColumns(List<Claim> claims) {
    UUID[] namespaces() {
        return claims.stream().map(claim -> claim.namespace().id()).toArray(UUID[]::new);
    }

    String[] buckets() {
        return claims.stream().map(claim -> claim.description().bucket()).toArray(String[]::new);
    }

    String[] keys() {
        return claims.stream().map(claim -> claim.description().key()).toArray(String[]::new);
    }

    @Nullable UUID[] uploads() {
        return claims.stream().map(part(Description.OfPart::upload)).toArray(UUID[]::new);
    }

    @Nullable Integer[] numbers() {
        return claims.stream().map(part(Description.OfPart::number)).toArray(Integer[]::new);
    }

    UUID[] bodies() {
        return claims.stream().map(Claim::body).toArray(UUID[]::new);
    }

    private static <T> Function<Claim, @Nullable T> part(Function<Description.OfPart, T> field) {
        return claim ->
                claim.description() instanceof Description.OfPart part ? field.apply(part) : null;
    }
}
