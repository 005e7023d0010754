package io.dure.cloud.storage;

import static io.dure.cloud.storage.StorageCapabilities.MANAGE;
import static io.dure.cloud.storage.StorageCapabilities.READ;

import io.dure.engines.objects.configuration.notification.EventMessage;
import io.dure.engines.objects.configuration.notification.HookName;
import io.dure.engines.objects.events.ObjectEvents;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.audit.Audit;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.StaleVersionException;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.UuidV7;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The webhooks of the organisation in scope, which whoever manages the storage sets up. Buckets
/// name them in their notification configurations. Where messages go, which tell the keys of
/// objects, is for who may read them to say. docs/s3/events.md.
@Service
public class Webhooks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LARGEST_PORT = 65_535;
    private static final int LONGEST_URL = 2_000;

    /// More than a bucket can name.
    private static final int MOST = 100;

    private static final Duration OLD_SECRET_HOLDS = Duration.ofHours(24);

    private final WebhookRepository repository;
    private final DeliveryRepository deliveries;
    private final SecretSeal seal;
    private final ObjectEvents events;
    private final Audit audit;
    private final InstantSource clock;

    Webhooks(
            WebhookRepository repository,
            DeliveryRepository deliveries,
            SecretSeal seal,
            ObjectEvents events,
            Audit audit,
            InstantSource clock) {
        this.repository = repository;
        this.deliveries = deliveries;
        this.seal = seal;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /// A webhook with the secret that its messages are signed with, which nobody is shown again.
    public record Made(Webhook webhook, String secret) {}

    @Transactional(readOnly = true)
    public List<Webhook> list(Caller caller) {
        caller.require(MANAGE);
        return repository.all();
    }

    @Transactional(readOnly = true)
    public Webhook find(Caller caller, WebhookId id) {
        caller.require(MANAGE);
        return find(id);
    }

    private Webhook find(WebhookId id) {
        return repository.find(id).orElseThrow(() -> new UnknownThingException("webhook"));
    }

    @Transactional
    public Made create(Caller caller, @Nullable String name, @Nullable String url) {
        caller.require(MANAGE);
        // A bucket may name it already.
        caller.require(READ);
        var input = new Input();
        input.expect(
                name != null && NAME.matcher(name).matches(),
                "name",
                "webhook-name",
                "A webhook's name has 1 to 100 letters, digits, dots, hyphens and underscores.");
        var address = address(input, url);
        input.check();
        if (repository.count() >= MOST) {
            throw new ConflictException(
                    "too-many-webhooks", "There may be " + MOST + " webhooks at most.");
        }
        var id = new WebhookId(UuidV7.next(clock));
        var secret = KeyText.secret();
        var sealed = seal.seal(id.toString(), secret);
        if (!repository.insert(id, String.valueOf(name), address, sealed, clock.instant())) {
            throw new ConflictException(
                    "webhook-name-taken", "There is a webhook of this name already.");
        }
        var made = find(id);
        record(caller, "storage.webhook-created", made);
        return new Made(made, secret);
    }

    /// Sends its messages elsewhere from now on, and at once what its old address did not take.
    ///
    /// @param version the caller saw
    @Transactional
    public Webhook move(Caller caller, WebhookId id, long version, @Nullable String url) {
        caller.require(MANAGE);
        caller.require(READ);
        find(id);
        var input = new Input();
        var address = address(input, url);
        input.check();
        deliveries.lock();
        var now = clock.instant();
        if (!repository.move(id, version, address, now)) {
            throw new StaleVersionException("webhook");
        }
        deliveries.hasten(id, now);
        var moved = find(id);
        record(caller, "storage.webhook-changed", moved);
        return moved;
    }

    /// Gives it another secret. For a day messages are signed with both, so that whoever takes them
    /// has time to learn the new one; a secret that was renewed before that ends at once.
    @Transactional
    public Made renew(Caller caller, WebhookId id) {
        caller.require(MANAGE);
        find(id);
        var secret = KeyText.secret();
        repository.renew(
                id, seal.seal(id.toString(), secret), clock.instant().plus(OLD_SECRET_HOLDS));
        var renewed = find(id);
        record(caller, "storage.webhook-secret-renewed", renewed);
        return new Made(renewed, secret);
    }

    /// Ends a webhook with all that it was still to be told. Buckets that name it tell nobody.
    @Transactional
    public void delete(Caller caller, WebhookId id) {
        caller.require(MANAGE);
        var webhook = find(id);
        // The count of the queue is locked before the webhook, as whoever adds to the queue does.
        deliveries.deleteAll(id);
        repository.delete(id);
        record(caller, "storage.webhook-deleted", webhook);
    }

    /// Sends it S3's test event, of no bucket.
    @Transactional
    public void test(Caller caller, WebhookId id) {
        caller.require(MANAGE);
        var webhook = find(id);
        events.send(
                new Namespace(caller.tenant().value()),
                new HookName(webhook.name()),
                EventMessage.test("", clock.instant(), ""));
        record(caller, "storage.webhook-tested", webhook);
    }

    private static URI address(Input input, @Nullable String url) {
        try {
            var address = new URI(url == null ? "" : url.strip());
            if (SCHEMES.contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getPort() <= LARGEST_PORT
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null
                    && address.toASCIIString().length() <= LONGEST_URL) {
                return URI.create(address.toASCIIString());
            }
        } catch (URISyntaxException e) {
            // Reported below, as every other URL that will not do.
        }
        input.reject(
                "url",
                "webhook-url",
                "A webhook's address is an https:// or http:// URL without a password.");
        return URI.create("");
    }

    private void record(Caller caller, String action, Webhook webhook) {
        audit.record(
                caller,
                action,
                "webhook:" + webhook.id(),
                Map.of("name", webhook.name(), "host", String.valueOf(webhook.url().getHost())));
    }
}
