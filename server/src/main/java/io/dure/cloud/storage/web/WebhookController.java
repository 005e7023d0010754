package io.dure.cloud.storage.web;

import io.dure.cloud.storage.StorageCapabilities;
import io.dure.cloud.storage.Webhook;
import io.dure.cloud.storage.WebhookId;
import io.dure.cloud.storage.Webhooks;
import io.dure.platform.problem.Version;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PartOf;
import io.dure.platform.tenancy.ShownOnce;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The organisation's webhooks; there are 100 at most, so they are listed whole.
@RestController
@PartOf(StorageCapabilities.PRODUCT)
@RequestMapping("/api/o/{org}/storage/hooks")
class WebhookController {
    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /// @param name by which buckets name it: 1 to 100 letters, digits, dots, hyphens, underscores
    /// @param url https:// or http://, up to 2,000 characters
    record NewWebhook(String name, String url) {}

    record WebhookChange(String url) {}

    /// @param arn what a bucket's notification configuration names
    /// @param waiting messages that are still to be sent
    /// @param dropped messages that were not taken within a day, or were more than may wait
    /// @param lastError why the last message that was tried was not taken; empty if it was
    /// @param oldSecretUntil until when the secret of before holds, too; none if it was not renewed
    record WebhookView(
            UUID id,
            String name,
            String arn,
            String url,
            Instant createdAt,
            long waiting,
            long dropped,
            String lastError,
            @Nullable Instant oldSecretUntil,
            long version) {}

    record WebhookList(List<WebhookView> items) {}

    /// @param secret that messages are signed with, shown this once
    record MadeWebhook(WebhookView webhook, String secret) {}

    @GetMapping
    WebhookList list(Caller caller) {
        return new WebhookList(
                webhooks.list(caller).stream().map(WebhookController::view).toList());
    }

    @ShownOnce
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MadeWebhook create(Caller caller, @RequestBody NewWebhook body) {
        var made = webhooks.create(caller, body.name(), body.url());
        return new MadeWebhook(view(made.webhook()), made.secret());
    }

    @GetMapping("/{id}")
    ResponseEntity<WebhookView> get(Caller caller, @PathVariable UUID id) {
        return withVersion(webhooks.find(caller, new WebhookId(id)));
    }

    @PatchMapping("/{id}")
    ResponseEntity<WebhookView> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody WebhookChange body) {
        return withVersion(
                webhooks.move(caller, new WebhookId(id), Version.of(ifMatch), body.url()));
    }

    /// Makes another secret; the one of now holds for 24 hours beside it.
    @ShownOnce
    @PostMapping("/{id}/renew")
    MadeWebhook renew(Caller caller, @PathVariable UUID id) {
        var renewed = webhooks.renew(caller, new WebhookId(id));
        return new MadeWebhook(view(renewed.webhook()), renewed.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        webhooks.delete(caller, new WebhookId(id));
    }

    /// Sends a test event.
    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void test(Caller caller, @PathVariable UUID id) {
        webhooks.test(caller, new WebhookId(id));
    }

    private static ResponseEntity<WebhookView> withVersion(Webhook webhook) {
        return ResponseEntity.ok().eTag(Version.etag(webhook.version())).body(view(webhook));
    }

    private static WebhookView view(Webhook webhook) {
        return new WebhookView(
                webhook.id().value(),
                webhook.name(),
                "arn:dure:hooks:::" + webhook.name(),
                webhook.url().toString(),
                webhook.createdAt(),
                webhook.waiting(),
                webhook.dropped(),
                webhook.lastError(),
                webhook.oldSecretUntil().orElse(null),
                webhook.version());
    }
}
