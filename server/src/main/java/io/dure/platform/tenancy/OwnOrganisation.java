package io.dure.platform.tenancy;

import io.dure.platform.problem.Input;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An organisation's say over itself.
@Service
public class OwnOrganisation {
    private final Organisations organisations;
    private final ApplicationEventPublisher events;

    OwnOrganisation(Organisations organisations, ApplicationEventPublisher events) {
        this.organisations = organisations;
        this.events = events;
    }

    /// What an administrator changed; what is null stays.
    public record Change(
            @Nullable String name,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String colour,
            @Nullable String startPage,
            @Nullable List<String> menuOrder,
            @Nullable List<String> modulesOff,
            @Nullable Boolean secondFactorDemanded) {

        private Organisation applyTo(Organisation found) {
            var input = new Input();
            var profile = found.profile().edited(input, name, language, timeZone, null);
            var settings = edited(found.settings());
            settings.check(input);
            input.check();
            return found.with(profile).with(settings);
        }

        private Settings edited(Settings before) {
            return new Settings(
                    colour == null ? before.colour() : colour,
                    before.logoVersion(),
                    startPage == null ? before.startPage() : startPage,
                    menuOrder == null ? before.menuOrder() : menuOrder,
                    modulesOff == null ? before.modulesOff() : Set.copyOf(modulesOff),
                    secondFactorDemanded == null
                            ? before.secondFactorDemanded()
                            : secondFactorDemanded);
        }
    }

    /// To demand a second factor no longer needs a fresh proof.
    ///
    /// @param version which the caller saw
    @Transactional
    public Organisation change(Caller caller, long version, Change change) {
        caller.require(TenancyCapabilities.MANAGE);
        events.publishEvent(new OrganisationEdited(caller, "settings"));
        return organisations.change(
                version,
                found -> {
                    var changed = change.applyTo(found);
                    if (found.secondFactorDemanded() && !changed.secondFactorDemanded()) {
                        caller.requireFreshProof();
                    }
                    return changed;
                });
    }
}
