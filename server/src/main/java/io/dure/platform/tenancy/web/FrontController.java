package io.dure.platform.tenancy.web;

import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Logos;
import io.dure.platform.tenancy.Open;
import io.dure.platform.tenancy.Organisation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What strangers see of an organisation: the door of its house.
@RestController
class FrontController {
    private final Logos logos;

    FrontController(Logos logos) {
        this.logos = logos;
    }

    /// @param logo address of the picture, if there is one
    /// @param stateReason why its people cannot work at the moment, if they cannot
    record Front(
            String shortName,
            String name,
            String language,
            String colour,
            @Nullable String logo,
            Organisation.State state,
            String stateReason) {}

    @Open
    @GetMapping({"/api/o/{org}/front", "/api/console/front"})
    Front front(Organisation organisation) {
        return new Front(
                organisation.shortName(),
                organisation.name(),
                organisation.language(),
                organisation.colour(),
                logoPath(organisation),
                organisation.state(),
                organisation.stateReason());
    }

    /// The address changes with the picture, so that it can be kept for long.
    @Open
    @GetMapping("/api/o/{org}/logo")
    ResponseEntity<byte[]> logo() {
        var logo = logos.find().orElseThrow(() -> new UnknownThingException("logo"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(logo.mediaType()))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(logo.image());
    }

    static @Nullable String logoPath(Organisation organisation) {
        var version = organisation.settings().logoVersion();
        return version == 0 ? null : "/api/o/" + organisation.shortName() + "/logo?v=" + version;
    }
}
