package io.dure.platform.tenancy.web;

import io.dure.platform.problem.Version;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Logo;
import io.dure.platform.tenancy.Logos;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.OwnOrganisation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What an organisation's people see of it as a whole, and what its administrators change.
@RestController
@RequestMapping("/api/o/{org}/organisation")
class OrganisationController {
    private final OwnOrganisation own;
    private final Logos logos;

    OrganisationController(OwnOrganisation own, Logos logos) {
        this.own = own;
        this.logos = logos;
    }

    /// @param logo address of the picture, if there is one
    /// @param planModules all that the plan has
    /// @param modules those that are switched on
    record OrganisationSettings(
            String shortName,
            String name,
            List<String> mailDomains,
            String language,
            String timeZone,
            String colour,
            @Nullable String logo,
            String startPage,
            List<String> menuOrder,
            List<String> planModules,
            List<String> modules,
            int planPeople,
            long planStorageBytes,
            boolean secondFactorDemanded,
            long version) {}

    /// What is absent stays as it is.
    record OrganisationChange(
            @Nullable String name,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String colour,
            @Nullable String startPage,
            @Nullable List<String> menuOrder,
            @Nullable List<String> modulesOff,
            @Nullable Boolean secondFactorDemanded) {
        OwnOrganisation.Change toChange() {
            return new OwnOrganisation.Change(
                    name,
                    language,
                    timeZone,
                    colour,
                    startPage,
                    menuOrder,
                    modulesOff,
                    secondFactorDemanded);
        }
    }

    @GetMapping
    ResponseEntity<OrganisationSettings> get(Caller caller, Organisation organisation) {
        return answer(organisation);
    }

    @PatchMapping
    ResponseEntity<OrganisationSettings> change(
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody OrganisationChange body) {
        return answer(own.change(caller, Version.of(ifMatch), body.toChange()));
    }

    /// Replaces the logo: PNG or JPEG of at most 256 KiB and 2,048 pixels a side.
    @PutMapping(
            path = "/logo",
            consumes = {"image/png", "image/jpeg"})
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = "image/png",
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<OrganisationSettings> putLogo(Caller caller, InputStream body)
            throws IOException {
        return answer(logos.put(caller, Logo.of(body.readNBytes(Logo.MAX_BYTES + 1))));
    }

    @DeleteMapping("/logo")
    ResponseEntity<OrganisationSettings> removeLogo(Caller caller) {
        return answer(logos.remove(caller));
    }

    private static ResponseEntity<OrganisationSettings> answer(Organisation organisation) {
        return ResponseEntity.ok()
                .eTag(Version.etag(organisation.version()))
                .body(view(organisation));
    }

    private static OrganisationSettings view(Organisation organisation) {
        var settings = organisation.settings();
        return new OrganisationSettings(
                organisation.shortName(),
                organisation.name(),
                organisation.profile().mailDomains(),
                organisation.language(),
                organisation.timeZone().getId(),
                settings.colour(),
                FrontController.logoPath(organisation),
                settings.startPage(),
                settings.menuOrder(),
                organisation.plan().modules().stream().sorted().toList(),
                organisation.modules().stream().sorted().toList(),
                organisation.plan().people(),
                organisation.plan().storageBytes(),
                settings.secondFactorDemanded(),
                organisation.version());
    }
}
