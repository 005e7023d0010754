package io.dure.cloud.storage.web;

import io.dure.cloud.storage.AccessKeys;
import io.dure.cloud.storage.HeldKey;
import io.dure.cloud.storage.IssuedKey;
import io.dure.cloud.storage.KeyRequest;
import io.dure.cloud.storage.StorageCapabilities;
import io.dure.engines.objects.access.Right;
import io.dure.platform.problem.Input;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.FreshProof;
import io.dure.platform.tenancy.InPerson;
import io.dure.platform.tenancy.PartOf;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.ShownOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Access keys for S3 clients.
@RestController
@PartOf(StorageCapabilities.PRODUCT)
@RequestMapping("/api/o/{org}/storage/keys")
class AccessKeyController {
    private final AccessKeys keys;

    AccessKeyController(AccessKeys keys) {
        this.keys = keys;
    }

    /// @param buckets the only ones that it may touch; none for all
    record NewAccessKey(
            KeyRequest.Kind kind, String name, Set<Right> rights, @Nullable List<String> buckets) {
        /// A key without a kind would be nobody's.
        KeyRequest request() {
            var input = new Input();
            input.expect(kind != null, "kind", "missing", "kind is missing.");
            input.expect(rights != null, "rights", "missing", "rights is missing.");
            input.check();
            return new KeyRequest(kind, name, rights, Optional.ofNullable(buckets));
        }
    }

    /// @param overlapSeconds how long the old key still works, at most 30 days
    record KeyRotation(long overlapSeconds) {}

    /// @param owner whose it is; none for an application's
    /// @param expiresAt when it ends, if it was rotated
    record AccessKeyView(
            String id,
            String name,
            KeyRequest.Kind kind,
            @Nullable PersonId owner,
            List<Right> rights,
            @Nullable List<String> buckets,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    /// @param secret shown this once
    record IssuedKeyView(AccessKeyView key, String secret) {}

    record AccessKeyList(List<AccessKeyView> items) {}

    @GetMapping
    AccessKeyList list(Caller caller) {
        return new AccessKeyList(
                keys.list(caller).stream().map(AccessKeyController::view).toList());
    }

    @InPerson
    @FreshProof
    @ShownOnce
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssuedKeyView create(Caller caller, @RequestBody NewAccessKey body) {
        return view(keys.create(caller, body.request()));
    }

    @InPerson
    @FreshProof
    @ShownOnce
    @PostMapping("/{id}/rotate")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedKeyView rotate(Caller caller, @PathVariable String id, @RequestBody KeyRotation body) {
        return view(keys.rotate(caller, id, Duration.ofSeconds(body.overlapSeconds())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable String id) {
        keys.revoke(caller, id);
    }

    private static IssuedKeyView view(IssuedKey issued) {
        return new IssuedKeyView(view(issued.key()), issued.secret());
    }

    private static AccessKeyView view(HeldKey key) {
        return new AccessKeyView(
                key.id(),
                key.name(),
                key.owner().isPresent() ? KeyRequest.Kind.PERSONAL : KeyRequest.Kind.APPLICATION,
                key.owner().orElse(null),
                key.rights().stream().sorted().toList(),
                key.buckets().orElse(null),
                key.createdAt(),
                key.expiresAt().orElse(null));
    }
}
