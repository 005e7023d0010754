package io.dure.cloud.storage;

import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisation.State;
import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.Profile;
import io.dure.platform.tenancy.Registration;
import io.dure.platform.tenancy.Standing;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the store notes of the organisation whose bodies it holds, so that it can be registered
/// anew: its names, its plan, and where it stands in its life.
final class NamespaceText {
    private static final JsonMapper JSON = JsonMapper.shared();

    private NamespaceText() {}

    private record Fields(
            String shortName,
            String name,
            String language,
            String timeZone,
            int people,
            long storageBytes,
            Set<String> modules,
            boolean encrypted,
            boolean demo,
            @Nullable State state,
            @Nullable String stateReason,
            @Nullable Instant stateSince,
            @Nullable State openState) {
        private Standing standing(Instant now) {
            return state == null || stateSince == null || openState == null
                    ? Standing.open(State.ACTIVE, now)
                    : new Standing(
                            state,
                            Objects.requireNonNullElse(stateReason, ""),
                            stateSince,
                            openState);
        }
    }

    /// An organisation as it was noted.
    record Noted(Registration registration, Standing standing) {}

    static String write(Organisation organisation) {
        var plan = organisation.plan();
        var standing = organisation.standing();
        return JSON.writeValueAsString(
                new Fields(
                        organisation.shortName(),
                        organisation.name(),
                        organisation.language(),
                        organisation.timeZone().getId(),
                        plan.people(),
                        plan.storageBytes(),
                        new TreeSet<>(plan.modules()),
                        plan.encrypted(),
                        organisation.demo(),
                        standing.state(),
                        standing.reason(),
                        standing.since(),
                        standing.openState()));
    }

    /// Its mail domains are not noted: they are claimed anew by whoever has them.
    ///
    /// @param now since when it stands where it does, if that was not noted: it is active
    /// @return empty if the text is none of those
    static Optional<Noted> read(String text, Instant now) {
        try {
            var fields = JSON.readValue(text, Fields.class);
            var standing = fields.standing(now);
            var registration =
                    new Registration(
                            fields.shortName(),
                            new Profile(
                                    fields.name(),
                                    fields.language(),
                                    ZoneId.of(fields.timeZone()),
                                    List.of()),
                            new Plan(
                                    fields.people(),
                                    fields.storageBytes(),
                                    fields.modules(),
                                    fields.encrypted()),
                            standing.openState(),
                            fields.demo());
            return Optional.of(new Noted(registration, standing));
        } catch (JacksonException
                | DateTimeException
                | IllegalArgumentException
                | NullPointerException e) {
            return Optional.empty();
        }
    }
}
