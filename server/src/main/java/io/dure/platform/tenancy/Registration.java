package io.dure.platform.tenancy;

import io.dure.platform.problem.Input;
import io.dure.platform.tenancy.Organisation.State;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// A new organisation, checked.
///
/// @param state TRIAL or ACTIVE
public record Registration(
        String shortName, Profile profile, Plan plan, State state, boolean demo) {

    /// Reads the name and the place of a new organisation from a form and notes what is wrong.
    public static Registration clean(
            Input input,
            @Nullable String shortName,
            @Nullable String name,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable Collection<String> mailDomains,
            Plan plan,
            State state) {
        input.expect(state.isOpen(), "state", "unknown", "A new organisation is TRIAL or ACTIVE.");
        return new Registration(
                ShortNames.clean(input, shortName),
                Profile.clean(input, name, language, timeZone, mailDomains),
                plan,
                state,
                false);
    }
}
