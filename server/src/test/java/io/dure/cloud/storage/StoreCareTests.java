package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.Scrub;
import io.dure.engines.objects.bodies.Sweep;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.platform.database.DataFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
@Import(TestingStorage.class)
class StoreCareTests {
    private static final int LARGE = (1 << 20) + 1;

    @Autowired Bodies bodies;
    @Autowired Metadata metadata;
    @Autowired Damages damages;
    @Autowired DamageRepository repository;
    @Autowired Kinship kinship;
    @Autowired TransactionTemplate transaction;
    @Autowired DataFolder folder;
    @Autowired DSLContext sql;
    @Autowired TestingStorage storage;
    @Autowired Scoped scoped;

    private StoredObject store(Namespace namespace, String key) throws IOException {
        try (var writer = bodies.create(namespace)) {
            writer.write(new byte[LARGE], 0, LARGE);
            var description =
                    new OfObject(
                            "bucket",
                            key,
                            "etag",
                            Instant.EPOCH,
                            new Attributes(Map.of(), Map.of()),
                            Optional.empty());
            var object = StoredObject.of(description, writer.finish(description));
            writer.commit(() -> metadata.put(namespace, "bucket", object, new Precondition.None()));
            return object;
        }
    }

    private Namespace renter() {
        var namespace = new Namespace(storage.renter(10L << 20).tenant().value());
        metadata.createBucket(namespace, new Bucket("bucket", Instant.EPOCH));
        return namespace;
    }

    private Path file(StoredObject object) throws IOException {
        var name = object.bodies().getFirst().id().toString().replace("-", "");
        try (var files = Files.walk(folder.path().resolve("objects"))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    @Test
    void whatRottedIsNamedByItsObjectUntilThatIsReplaced() throws Exception {
        var namespace = renter();
        store(namespace, "whole");
        var rotten = store(namespace, "결재/문서.pdf");
        var bytes = Files.readAllBytes(file(rotten));
        bytes[100] ^= 1;
        Files.write(file(rotten), bytes);

        new Scrub(bodies, damages).rest();

        assertThat(scoped.read(namespace, this::listed))
                .extracting(Damages.Damaged::key)
                .containsExactly("결재/문서.pdf");
        store(namespace, "결재/문서.pdf");
        assertThat(scoped.read(namespace, this::listed)).isEmpty();
    }

    private List<Damages.Damaged> listed() {
        return repository.page(Optional.empty(), 10);
    }

    @Test
    void theSweepKeepsWhatPostgresNames() throws Exception {
        var namespace = renter();
        var object = store(namespace, "k");
        var later = InstantSource.offset(InstantSource.system(), Duration.ofDays(1));

        new Sweep(bodies, metadata, later).run();

        assertThat(file(object)).exists();
    }

    @Test
    void aStoreOfAnotherDatabaseIsToldFromItsOwn() throws IOException {
        assertThat(kinship.holds()).isTrue();
        var mark = folder.path().resolve("objects").resolve("database");
        var own = Files.readString(mark);

        Files.writeString(mark, "7000000000000000000\n");

        assertThat(kinship.holds()).isFalse();
        Files.writeString(mark, own);
        assertThat(kinship.holds()).isTrue();
    }

    /// A backup has the same database, but not who looks after the store.
    @Test
    void aServerThatWasRestoredDoesNotLookAfterTheStoreThatAnotherServesFrom() throws IOException {
        var mark = folder.path().resolve("objects").resolve("database");
        var own = Files.readString(mark);
        var remote =
                new ObjectsSettings(
                        new ObjectsSettings.S3(
                                URI.create("http://rgw"), "us-east-1", "bodies", "", "key", "no"));
        Files.delete(mark);
        assertThat(new Kinship(bodies, remote, folder, sql, transaction).holds()).isTrue();
        assertThat(new Kinship(bodies, remote, folder, sql, transaction).holds()).isTrue();

        Files.delete(folder.path().resolve("holder"));

        assertThat(new Kinship(bodies, remote, folder, sql, transaction).holds()).isFalse();
        Files.delete(folder.path().resolve("holder"));
        Files.writeString(mark, own);
    }
}
