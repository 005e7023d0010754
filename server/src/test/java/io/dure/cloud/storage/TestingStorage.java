package io.dure.cloud.storage;

import io.dure.TestingOrganisations;
import io.dure.engines.objects.access.Right;
import io.dure.platform.authority.Authorities;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.Organisation.State;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.Standing;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Organisations that rent storage, and clients that use it.
@TestComponent
public class TestingStorage {
    private final TestingOrganisations organisations;
    private final Organisations registered;
    private final People people;
    private final Authorities authorities;
    private final AccessKeys keys;
    private final S3Port port;

    TestingStorage(
            TestingOrganisations organisations,
            Organisations registered,
            People people,
            Authorities authorities,
            AccessKeys keys,
            S3Port port) {
        this.organisations = organisations;
        this.registered = registered;
        this.people = people;
        this.authorities = authorities;
        this.keys = keys;
        this.port = port;
    }

    /// Somebody who may do all with the storage of a new organisation.
    public Caller renter(long storageBytes) {
        var tenant = organisations.open(10);
        var person = new PersonId(UUID.randomUUID());
        rent(tenant, new Plan(10, storageBytes, Set.of("storage"), true));
        TenantScope.run(
                tenant,
                () -> {
                    people.enter(
                            new Person(
                                    person,
                                    "kim",
                                    Optional.empty(),
                                    "김민수",
                                    Optional.empty(),
                                    Person.Kind.MEMBER,
                                    Person.State.ACTIVE,
                                    Instant.EPOCH,
                                    1));
                    authorities.grant(person, BuiltInRole.OWNER);
                });
        return new Caller(
                tenant,
                person,
                Authority.of(
                        StorageCapabilities.READ,
                        StorageCapabilities.WRITE,
                        StorageCapabilities.MANAGE),
                "127.0.0.1");
    }

    /// Somebody else of the same organisation.
    public Caller colleague(Caller caller, Capability... capabilities) {
        return new Caller(
                caller.tenant(),
                new PersonId(UUID.randomUUID()),
                Authority.of(capabilities),
                "127.0.0.1");
    }

    public IssuedKey key(Caller caller, KeyRequest.Kind kind) {
        return TenantScope.call(
                caller.tenant(),
                () ->
                        keys.create(
                                caller,
                                new KeyRequest(
                                        kind,
                                        "test",
                                        EnumSet.allOf(Right.class),
                                        Optional.empty())));
    }

    public S3Client client(IssuedKey key) {
        return S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port.port()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(key.key().id(), key.secret())))
                .build();
    }

    public S3Client client(Caller caller) {
        return client(key(caller, KeyRequest.Kind.PERSONAL));
    }

    /// Takes storage out of the organisation's plan.
    void endRent(TenantId tenant) {
        rent(tenant, new Plan(10, 0, Set.of(), true));
    }

    void rent(TenantId tenant, Plan plan) {
        TenantScope.run(tenant, () -> registered.change(organisation -> organisation.with(plan)));
    }

    void suspend(TenantId tenant) {
        TenantScope.run(
                tenant,
                () ->
                        registered.change(organisation ->
                                organisation.with(
                                        new Standing(
                                                State.SUSPENDED,
                                                "unpaid",
                                                Instant.EPOCH,
                                                State.ACTIVE))));
    }
}
