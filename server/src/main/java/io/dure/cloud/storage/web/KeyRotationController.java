package io.dure.cloud.storage.web;

import io.dure.cloud.storage.KeyRotation;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.FreshProof;
import io.dure.platform.tenancy.TenantId;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Other keys to encrypt bodies under, for `./dure objects rotate`.
@RestController
@RequestMapping("/api/console")
class KeyRotationController {
    private final KeyRotation rotation;

    KeyRotationController(KeyRotation rotation) {
        this.rotation = rotation;
    }

    /// @param number of the key, counted from 1
    record BodyKey(int number) {}

    /// Another master key, which wraps those of all organisations; or, while the newest does not
    /// wrap all of them, that one once more.
    ///
    /// @param anew whether another is made also then: where some can never be unwrapped again
    @FreshProof(orLauncher = true)
    @PostMapping("/objects/master-key")
    KeyRotation.Master rotateMaster(
            Caller caller, @RequestParam(defaultValue = "false") boolean anew) {
        return anew ? rotation.rotateMasterAnew(caller) : rotation.rotateMaster(caller);
    }

    /// Another key of an organisation's, for what it stores from now on.
    @FreshProof(orLauncher = true)
    @PostMapping("/organisations/{id}/storage-key")
    BodyKey rotate(Caller caller, @PathVariable UUID id) {
        return new BodyKey(rotation.rotate(caller, new TenantId(id)));
    }
}
