package io.dure.engines.objects.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.checksum.ChecksumAlgorithm;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.description.Description.OfBucket;
import io.dure.engines.objects.description.Description.OfMarker;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.description.Description.OfPart;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [Metadata] does; its implementations' tests inherit this.
public interface MetadataContract {
    Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    /// Of each namespace.
    long QUOTA_BYTES = 10_000;

    Metadata metadata();

    /// A namespace of its own for each call, with room for [#QUOTA_BYTES].
    Namespace namespace();

    private Namespace withBucket(String name) {
        var namespace = namespace();
        metadata().createBucket(namespace, new Bucket(name, NOW));
        return namespace;
    }

    private static StoredBody body(long size) {
        return new StoredBody(UUID.randomUUID(), size);
    }

    private static StoredObject object(String key, StoredBody... bodies) {
        return new StoredObject(
                key,
                Arrays.stream(bodies).mapToLong(StoredBody::size).sum(),
                "etag" + key.length(),
                NOW,
                new Attributes(Map.of("content-type", "text/plain"), Map.of("색", "파랑")),
                Optional.of(new Checksum(ChecksumAlgorithm.CRC32, Checksum.Type.FULL_OBJECT, "AAAAAA==")),
                List.of(bodies));
    }

    private static void assertRefused(S3Error error, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    private List<StoredBody> put(Namespace namespace, StoredObject object) {
        return metadata()
                .put(namespace, "bucket", object, new Precondition.None())
                .unreferenced();
    }

    private List<StoredBody> delete(Namespace namespace, String key, Precondition precondition) {
        return metadata()
                .delete(
                        namespace,
                        "bucket",
                        List.of(new Deletion(key, Optional.empty(), precondition)),
                        false,
                        NOW)
                .getFirst()
                .require()
                .unreferenced();
    }

    @Test
    default void anObjectComesBackAsItWent() {
        var namespace = withBucket("bucket");
        var object = object("a/한글 😀", body(10), body(20));

        assertThat(put(namespace, object)).isEmpty();

        assertThat(metadata().object(namespace, "bucket", "a/한글 😀")).contains(object);
        assertThat(metadata().object(namespace, "bucket", "a")).isEmpty();
    }

    @Test
    default void aReplacedObjectGivesUpItsBodies() {
        var namespace = withBucket("bucket");
        var first = object("k", body(10), body(20));
        put(namespace, first);
        var second = object("k", body(5));

        assertThat(put(namespace, second)).isEqualTo(first.bodies());
        assertThat(delete(namespace, "k", new Precondition.None())).isEqualTo(second.bodies());
        assertThat(delete(namespace, "k", new Precondition.None())).isEmpty();
    }

    @Test
    default void aConditionGuardsAChange() {
        var namespace = withBucket("bucket");
        var metadata = metadata();
        var object = object("k", body(1));

        assertRefused(S3Error.NO_SUCH_KEY, () -> metadata.put(namespace, "bucket", object, new Precondition.Matches("x")));
        metadata.put(namespace, "bucket", object, new Precondition.Absent());
        assertRefused(
                S3Error.PRECONDITION_FAILED,
                () -> metadata.put(namespace, "bucket", object, new Precondition.Absent()));
        assertRefused(
                S3Error.PRECONDITION_FAILED,
                () -> metadata.put(namespace, "bucket", object, new Precondition.Matches("absent")));
        assertRefused(
                S3Error.PRECONDITION_FAILED,
                () -> delete(namespace, "k", new Precondition.Matches("x")));
        metadata.put(namespace, "bucket", object, new Precondition.Matches("*"));
        delete(namespace, "k", new Precondition.Matches(object.etag()));
    }

    @Test
    default void bucketsAreNamedOnceAndDeletedEmpty() {
        var namespace = withBucket("bucket");
        var metadata = metadata();
        metadata.createBucket(namespace, new Bucket("another", NOW));

        assertThat(metadata.buckets(namespace)).extracting(Bucket::name).containsExactly("another", "bucket");
        assertRefused(
                S3Error.BUCKET_ALREADY_OWNED_BY_YOU,
                () -> metadata.createBucket(namespace, new Bucket("bucket", NOW)));
        put(namespace, object("k", body(1)));
        assertRefused(S3Error.BUCKET_NOT_EMPTY, () -> metadata.deleteBucket(namespace, "bucket"));
        delete(namespace, "k", new Precondition.None());
        delete(namespace, "never", new Precondition.None());
        assertThat(metadata.deleteBucket(namespace, "bucket")).isEmpty();
        assertRefused(S3Error.NO_SUCH_BUCKET, () -> metadata.bucket(namespace, "bucket"));
        assertRefused(S3Error.NO_SUCH_BUCKET, () -> metadata.object(namespace, "bucket", "k"));
        assertRefused(S3Error.NO_SUCH_BUCKET, () -> put(namespace, object("k", body(1))));
        assertRefused(S3Error.NO_SUCH_BUCKET, () -> delete(namespace, "k", new Precondition.None()));
    }

    @Test
    default void documentsComeBackWithTheirBucket() {
        var namespace = withBucket("bucket");
        var metadata = metadata();
        metadata.createBucket(namespace, new Bucket("another", NOW));
        metadata.putDocument(namespace, "bucket", BucketDocument.CORS, "<한글 😀/>");
        metadata.putDocument(namespace, "bucket", BucketDocument.POLICY, "{}");
        metadata.putDocument(namespace, "bucket", BucketDocument.CORS, "<new/>");

        assertThat(metadata.configured(namespace, "bucket"))
                .isEqualTo(new ConfiguredBucket(
                        metadata.bucket(namespace, "bucket"),
                        Map.of(BucketDocument.CORS, "<new/>", BucketDocument.POLICY, "{}")));
        assertThat(metadata.configured(namespace, "another").documents()).isEmpty();
        metadata.deleteDocument(namespace, "bucket", BucketDocument.CORS);
        metadata.deleteDocument(namespace, "bucket", BucketDocument.CORS);
        assertThat(metadata.configured(namespace, "bucket").document(BucketDocument.CORS)).isEmpty();
        assertThat(metadata.configured(namespace, "bucket").document(BucketDocument.POLICY)).contains("{}");
    }

    @Test
    default void documentsGoWithTheirBucket() {
        var namespace = withBucket("bucket");
        var metadata = metadata();
        metadata.putDocument(namespace, "bucket", BucketDocument.TAGGING, "<x/>");
        metadata.deleteBucket(namespace, "bucket");

        assertRefused(S3Error.NO_SUCH_BUCKET, () -> metadata.configured(namespace, "bucket"));
        assertRefused(
                S3Error.NO_SUCH_BUCKET,
                () -> metadata.putDocument(namespace, "bucket", BucketDocument.TAGGING, "<x/>"));
        assertRefused(
                S3Error.NO_SUCH_BUCKET,
                () -> metadata.deleteDocument(namespace, "bucket", BucketDocument.TAGGING));
        metadata.createBucket(namespace, new Bucket("bucket", NOW));
        assertThat(metadata.configured(namespace, "bucket").documents()).isEmpty();
    }

    @Test
    default void theQuotaCountsWhatIsThereAfterwards() {
        var namespace = withBucket("bucket");
        put(namespace, object("k", body(QUOTA_BYTES)));

        assertRefused(S3Error.QUOTA_EXCEEDED, () -> put(namespace, object("x", body(1))));
        assertRefused(S3Error.QUOTA_EXCEEDED, () -> metadata().admit(namespace, "bucket", 1));
        put(namespace, object("k", body(QUOTA_BYTES - 1)));
        put(namespace, object("x", body(1)));
        put(namespace, object("empty", body(0)));
    }

    @Test
    default void anUploadBecomesAnObject() {
        var namespace = withBucket("bucket");
        var metadata = metadata();
        var upload = upload(namespace, "k");
        var one = part(namespace, upload, 1, body(10));
        var two = part(namespace, upload, 2, body(20));
        var replaced = metadata.putPart(namespace, "bucket", "k", upload.id(), new Part(2, "e", NOW, Optional.empty(), body(30)));
        var parts = metadata.parts(namespace, "bucket", "k", upload.id(), 0, 10);

        assertThat(metadata.upload(namespace, "bucket", "k", upload.id())).isEqualTo(upload);
        assertThat(replaced).containsExactly(two.body());
        assertThat(parts).extracting(Part::number).containsExactly(1, 2);
        assertRefused(
                S3Error.INVALID_PART,
                () -> metadata.complete(namespace, "bucket", upload.id(), object("k", two.body()), new Precondition.None()));
        var left = metadata
                .complete(namespace, "bucket", upload.id(), object("k", one.body()), new Precondition.None())
                .unreferenced();

        assertThat(left).containsExactly(parts.get(1).body());
        assertThat(metadata.object(namespace, "bucket", "k")).contains(object("k", one.body()));
        assertRefused(S3Error.NO_SUCH_UPLOAD, () -> metadata.upload(namespace, "bucket", "k", upload.id()));
        put(namespace, object("rest", body(QUOTA_BYTES - 10)));
    }

    @Test
    default void pendingPartsCountUntilTheyAreAborted() {
        var namespace = withBucket("bucket");
        var metadata = metadata();
        var upload = upload(namespace, "k");
        var part = part(namespace, upload, 1, body(QUOTA_BYTES));

        assertRefused(S3Error.QUOTA_EXCEEDED, () -> put(namespace, object("x", body(1))));
        assertRefused(S3Error.QUOTA_EXCEEDED, () -> part(namespace, upload, 2, body(1)));
        assertRefused(S3Error.NO_SUCH_UPLOAD, () -> metadata.abort(namespace, "bucket", "other", upload.id()));
        assertThat(metadata.abort(namespace, "bucket", "k", upload.id())).containsExactly(part.body());
        assertRefused(S3Error.NO_SUCH_UPLOAD, () -> metadata.abort(namespace, "bucket", "k", upload.id()));
        put(namespace, object("x", body(QUOTA_BYTES)));
    }

    @Test
    default void aBucketGoesWithItsUnfinishedUploads() {
        var namespace = withBucket("bucket");
        var part = part(namespace, upload(namespace, "k"), 1, body(QUOTA_BYTES));

        assertThat(metadata().deleteBucket(namespace, "bucket")).containsExactly(part.body());
        metadata().createBucket(namespace, new Bucket("bucket", NOW));
        put(namespace, object("x", body(QUOTA_BYTES)));
    }

    @Test
    default void uploadsArePagedByKeyAndId() {
        var namespace = withBucket("bucket");
        for (var key : List.of("a/1", "a/1", "a/2", "b", "c")) {
            upload(namespace, key);
        }
        var metadata = metadata();

        var first = metadata.uploads(namespace, "bucket", new Listing("", "", "", 1), Optional.empty());
        var second = metadata.uploads(
                namespace, "bucket", new Listing("", "", first.last(), 2), Optional.of(first.items().getFirst().id()));
        var folded = metadata.uploads(namespace, "bucket", new Listing("", "/", "", 10), Optional.empty());

        assertThat(first.truncated()).isTrue();
        assertThat(second.items()).extracting(Upload::key).containsExactly("a/1", "a/2");
        assertThat(folded.commonPrefixes()).containsExactly("a/");
        assertThat(folded.items()).extracting(Upload::key).containsExactly("b", "c");
    }

    private static Claim claim(Namespace namespace, String key, UUID body) {
        return new Claim(
                namespace, body, new OfObject("bucket", key, "etag", NOW, Attributes.NONE, Optional.empty()));
    }

    private static Claim claim(Namespace namespace, String key, UUID upload, Part part) {
        return new Claim(
                namespace,
                part.body().id(),
                new OfPart("bucket", key, upload, part.number(), part.etag(), NOW, Optional.empty()));
    }

    @Test
    default void aBodyIsClaimedByWhatItSaysItIs() {
        var namespace = withBucket("bucket");
        var single = body(1);
        put(namespace, object("single", single));
        var upload = upload(namespace, "k");
        var pending = part(namespace, upload, 1, body(1));
        var nobodys = UUID.randomUUID();

        var unclaimed = metadata()
                .unclaimed(List.of(
                        claim(namespace, "single", single.id()),
                        claim(namespace, "k", upload.id(), pending),
                        claim(namespace, "single", nobodys),
                        claim(namespace, "k", upload.id(), new Part(2, "etag", NOW, Optional.empty(), body(1)))));

        assertThat(unclaimed).hasSize(2).contains(nobodys).doesNotContain(single.id(), pending.body().id());
    }

    @Test
    default void aPartStaysClaimedOnceItIsPartOfAnObject() {
        var namespace = withBucket("bucket");
        var upload = upload(namespace, "k");
        var parts = List.of(part(namespace, upload, 1, body(1)), part(namespace, upload, 2, body(2)));
        metadata()
                .complete(
                        namespace,
                        "bucket",
                        upload.id(),
                        object("k", parts.get(0).body(), parts.get(1).body()),
                        new Precondition.None());

        var claims = parts.stream().map(part -> claim(namespace, "k", upload.id(), part)).toList();

        assertThat(metadata().unclaimed(claims)).isEmpty();
    }

    @Test
    default void anotherNamespacesClaimIsNone() {
        var namespace = withBucket("bucket");
        var other = withBucket("bucket");
        var single = body(1);
        put(namespace, object("single", single));

        assertThat(metadata().unclaimed(List.of(claim(other, "single", single.id()))))
                .containsExactly(single.id());
    }

    @Test
    default void aMovedBodyIsNamedAtItsNewPlaceUnlessItWasReplaced() {
        var namespace = withBucket("bucket");
        var first = body(5);
        var second = body(7);
        put(namespace, object("first", first));
        put(namespace, object("second", second));
        var upload = upload(namespace, "k");
        var part = part(namespace, upload, 1, body(1));
        var copies = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var replacing = body(3);
        put(namespace, object("second", replacing));

        var left = metadata()
                .move(List.of(
                        new Move(claim(namespace, "first", first.id()), copies.get(0)),
                        new Move(claim(namespace, "second", second.id()), copies.get(1)),
                        new Move(claim(namespace, "k", upload.id(), part), copies.get(2))));

        assertThat(left).containsExactly(copies.get(1));
        assertThat(metadata().object(namespace, "bucket", "first").orElseThrow().bodies())
                .containsExactly(new StoredBody(copies.get(0), 5));
        assertThat(metadata().object(namespace, "bucket", "second").orElseThrow().bodies())
                .containsExactly(replacing);
        assertThat(metadata().parts(namespace, "bucket", "k", upload.id(), 0, 1))
                .extracting(found -> found.body().id())
                .containsExactly(copies.get(2));
    }

    @Test
    default void bodiesOfOneObjectMoveTogether() {
        var namespace = withBucket("bucket");
        var upload = upload(namespace, "k");
        var parts = List.of(part(namespace, upload, 1, body(1)), part(namespace, upload, 2, body(2)));
        var object = object("k", parts.get(0).body(), parts.get(1).body());
        metadata().complete(namespace, "bucket", upload.id(), object, new Precondition.None());
        var copies = List.of(UUID.randomUUID(), UUID.randomUUID());

        var left = metadata()
                .move(List.of(
                        new Move(claim(namespace, "k", upload.id(), parts.get(0)), copies.get(0)),
                        new Move(claim(namespace, "k", upload.id(), parts.get(1)), copies.get(1))));

        assertThat(left).isEmpty();
        assertThat(metadata().object(namespace, "bucket", "k").orElseThrow().bodies())
                .extracting(StoredBody::id)
                .containsExactlyElementsOf(copies);
    }

    @Test
    default void theNoteOfABucketIsClaimedMovedReplacedAndGivenBack() {
        var namespace = withBucket("bucket");
        var state = metadata().state(namespace, "bucket");
        var description = new OfBucket(state.configured(), state.more());
        var notes = List.of(body(0), body(0), body(0));

        assertThat(metadata().noted(namespace, "bucket", state, notes.get(0))).isEmpty();
        var claim = new Claim(namespace, notes.get(0).id(), description);
        assertThat(metadata().unclaimed(List.of(claim))).isEmpty();
        assertThat(metadata().move(List.of(new Move(claim, notes.get(1).id())))).isEmpty();
        assertThat(metadata().noted(namespace, "bucket", state, notes.get(2)))
                .containsExactly(notes.get(1));
        assertThat(metadata().unclaimed(List.of(claim))).containsExactly(notes.get(0).id());
        assertThat(metadata().deleteBucket(namespace, "bucket")).containsExactly(notes.get(2));
    }

    @Test
    default void theNoteOfItsMarksStandsBehindAnObjectsBodiesAndGoesWithIt() {
        var namespace = withBucket("bucket");
        var body = body(5);
        put(namespace, object("k", body));
        var notes = List.of(body(0), body(0));

        assertThat(tag(namespace, notes.get(0)).unreferenced()).isEmpty();
        assertThat(tag(namespace, notes.get(1)).unreferenced()).containsExactly(notes.get(0));

        var marked = metadata().object(namespace, "bucket", "k").orElseThrow();
        assertThat(marked.bodies()).containsExactly(body, notes.get(1));
        assertThat(marked.contents()).containsExactly(body);
        assertThat(
                        metadata()
                                .delete(namespace, "bucket", List.of(Deletion.of("k")), false, NOW)
                                .getFirst()
                                .require()
                                .unreferenced())
                .containsExactly(body, notes.get(1));
    }

    private Written tag(Namespace namespace, StoredBody note) {
        return metadata()
                .mark(
                        namespace,
                        "bucket",
                        "k",
                        Optional.empty(),
                        new Marks.Change.Tags(ObjectTags.parseHeader("a=1")),
                        false,
                        NOW,
                        Optional.of(note));
    }

    @Test
    default void theNoteOfAMarkerIsClaimedAndGivenBackWithIt() {
        var namespace = withBucket("bucket");
        metadata().setVersioning(namespace, "bucket", Versioning.ENABLED);
        put(namespace, object("k", body(5)));
        var marker = new Marker(VersionId.random(), body(0));

        var deleted = metadata()
                .delete(
                        namespace,
                        "bucket",
                        List.of(Deletion.of("k").withMarker(marker)),
                        false,
                        NOW)
                .getFirst()
                .require();

        assertThat(deleted.version()).contains(marker.version());
        assertThat(metadata()
                        .unclaimed(List.of(new Claim(
                                namespace,
                                marker.note().id(),
                                new OfMarker("bucket", "k", marker.version(), NOW)))))
                .isEmpty();
        assertThat(metadata()
                        .delete(
                                namespace,
                                "bucket",
                                List.of(new Deletion(
                                        "k", Optional.of(marker.version()), new Precondition.None())),
                                false,
                                NOW)
                        .getFirst()
                        .require()
                        .unreferenced())
                .containsExactly(marker.note());
    }

    @Test
    default void aManifestStandsBehindTheParts() {
        var namespace = withBucket("bucket");
        var upload = upload(namespace, "k");
        var part = part(namespace, upload, 1, body(1));
        var manifest = body(0);
        var object = object("k", part.body()).withBodies(List.of(part.body(), manifest));

        metadata().complete(namespace, "bucket", upload.id(), object, new Precondition.None());

        assertThat(metadata().object(namespace, "bucket", "k").orElseThrow().bodies())
                .containsExactly(part.body(), manifest);
    }

    @Test
    default void whatAnUploadBecameIsKnownWhileItIsThere() {
        var namespace = withBucket("bucket");
        var metadata = metadata();
        var upload = upload(namespace, "k");
        var part = part(namespace, upload, 1, body(1));
        var aborted = upload(namespace, "k");
        metadata.abort(namespace, "bucket", "k", aborted.id());

        assertThat(metadata.completed(namespace, "bucket", "k", upload.id()).object()).isEmpty();
        metadata.complete(namespace, "bucket", upload.id(), object("k", part.body()), new Precondition.None());

        assertThat(metadata.completed(namespace, "bucket", "k", upload.id()).object()).contains(object("k", part.body()));
        assertThat(metadata.completed(namespace, "bucket", "other", upload.id()).object()).isEmpty();
        assertThat(metadata.completed(namespace, "bucket", "k", aborted.id()).object()).isEmpty();
        assertThat(metadata.completed(namespace, "bucket", "k", UUID.randomUUID()).object()).isEmpty();
        assertRefused(
                S3Error.NO_SUCH_BUCKET, () -> metadata.completed(namespace, "no-such", "k", upload.id()));
        put(namespace, object("k", part.body()));
        assertThat(metadata.completed(namespace, "bucket", "k", upload.id()).object()).isEmpty();
    }

    @Test
    default void whatAnUploadBecameIsKnownBelowOtherVersionsToo() {
        var namespace = withBucket("bucket");
        var metadata = metadata();
        metadata.setVersioning(namespace, "bucket", Versioning.ENABLED);
        var upload = upload(namespace, "k");
        var part = part(namespace, upload, 1, body(1));
        var made = object("k", part.body()).withVersion(VersionId.random());
        metadata.complete(namespace, "bucket", upload.id(), made, new Precondition.None());

        var above = metadata.put(
                namespace, "bucket", object("k", body(2)).withVersion(VersionId.random()), new Precondition.None());
        var below = metadata.completed(namespace, "bucket", "k", upload.id());
        delete(namespace, above.version());
        var current = metadata.completed(namespace, "bucket", "k", upload.id());
        delete(namespace, made.version());

        assertThat(below.versioning()).isEqualTo(Versioning.ENABLED);
        assertThat(below.object()).contains(made);
        assertThat(current.object()).contains(made);
        assertThat(metadata.completed(namespace, "bucket", "k", upload.id()).object()).isEmpty();
    }

    private void delete(Namespace namespace, VersionId version) {
        metadata()
                .delete(
                        namespace,
                        "bucket",
                        List.of(new Deletion("k", Optional.of(version), new Precondition.None(), Optional.empty())),
                        false,
                        NOW)
                .getFirst()
                .require();
    }

    /// Random keys, prefixes, delimiters and page sizes: the pages add up to the plain reading.
    @Test
    default void everyListingAgreesWithThePlainReading() {
        var random = new Random(23);
        var namespace = withBucket("bucket");
        var keys = new TreeSet<String>(BINARY);
        for (var i = 0; i < 150; i++) {
            keys.add(key(random));
        }
        keys.forEach(key -> put(namespace, object(key, body(0))));
        var all = keys.stream()
                .map(key -> new ListedObject(key, 0, "etag" + key.length(), NOW, Optional.empty()))
                .toList();
        for (var round = 0; round < 60; round++) {
            var prefix = random.nextInt(3) == 0 ? "" : key(random).substring(0, 1).replace("\ud83d", "b");
            var delimiter = List.of("", "/", "a", "//").get(random.nextInt(4));
            var limit = 1 + random.nextInt(20);
            var whole = Folding.page(all, ListedObject::key, new Listing(prefix, delimiter, "", 1000));

            var found = pages(namespace, prefix, delimiter, limit);

            assertThat(found.items()).as(prefix + "|" + delimiter + "|" + limit).isEqualTo(names(whole));
            assertThat(found.commonPrefixes()).as(prefix + "|" + delimiter + "|" + limit).isEqualTo(whole.commonPrefixes());
        }
    }

    Comparator<String> BINARY =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private static List<String> names(Page<ListedObject> page) {
        return page.items().stream().map(ListedObject::key).toList();
    }

    private Page<String> pages(Namespace namespace, String prefix, String delimiter, int limit) {
        var items = new ArrayList<String>();
        var prefixes = new ArrayList<String>();
        var after = "";
        while (true) {
            var page = metadata().list(namespace, "bucket", new Listing(prefix, delimiter, after, limit));
            assertThat(page.items().size() + page.commonPrefixes().size()).isLessThanOrEqualTo(limit);
            items.addAll(names(page));
            prefixes.addAll(page.commonPrefixes());
            if (!page.truncated()) {
                return new Page<>(items, prefixes, false, "");
            }
            after = page.last();
        }
    }

    private static String key(Random random) {
        var alphabet = List.of("a", "b", "/", "한", "😀", "\uffee", "%", "_", "\\");
        var key = new StringBuilder();
        for (var length = 1 + random.nextInt(5); length > 0; length--) {
            key.append(alphabet.get(random.nextInt(alphabet.size())));
        }
        return key.toString();
    }

    private Upload upload(Namespace namespace, String key) {
        var upload = new Upload(
                UUID.randomUUID(),
                key,
                new Attributes(Map.of("content-type", "text/plain"), Map.of()),
                Optional.of(new Upload.ChosenChecksum(ChecksumAlgorithm.CRC64NVME, Checksum.Type.FULL_OBJECT)),
                Encryption.NONE,
                Marks.NONE,
                NOW);
        metadata().createUpload(namespace, "bucket", upload);
        return upload;
    }

    private Part part(Namespace namespace, Upload upload, int number, StoredBody body) {
        var part = new Part(number, "e" + number, NOW, Optional.empty(), body);
        metadata().putPart(namespace, "bucket", upload.key(), upload.id(), part);
        return part;
    }
}
