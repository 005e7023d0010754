package io.dure.cloud.storage;

import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.Profile;
import io.dure.platform.tenancy.Registration;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the store notes of the organisation whose bodies it holds, so that it can be registered
/// anew: its names and its plan.
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
            boolean demo) {}

    static String write(Organisation organisation) {
        var plan = organisation.plan();
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
                        organisation.demo()));
    }

    /// Its mail domains are not noted: they are claimed anew by whoever has them.
    ///
    /// @return empty if the text is none of those
    static Optional<Registration> read(String text) {
        try {
            var fields = JSON.readValue(text, Fields.class);
            return Optional.of(
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
                            Organisation.State.ACTIVE,
                            fields.demo()));
        } catch (JacksonException | DateTimeException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
