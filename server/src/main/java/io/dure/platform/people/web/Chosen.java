package io.dure.platform.people.web;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The values of a parameter that narrows a list down. Spring reads an empty one, as in `state=,`,
/// as null.
final class Chosen {
    private Chosen() {}

    /// @param otherwise what counts where nothing was chosen
    static <E> Set<E> of(@Nullable Collection<@Nullable E> asked, Set<E> otherwise) {
        if (asked == null) {
            return otherwise;
        }
        Set<E> chosen =
                asked.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
        return chosen.isEmpty() ? otherwise : chosen;
    }
}
