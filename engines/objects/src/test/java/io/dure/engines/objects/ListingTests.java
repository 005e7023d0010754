package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Listings of one bucket, by both versions of the operation.
class ListingTests {
    private static final List<String> KEYS =
            List.of(
                    "a.txt", "a/1", "a/2", "a/b/1", "b", "c//x", "c/y", "한글/가", "한글/나", "\ufffd",
                    "😀");

    private static S3ServerFixture server;
    private static S3Client s3;

    @BeforeAll
    static void start() {
        server = new S3ServerFixture();
        s3 = server.client(server.key());
        s3.createBucket(b -> b.bucket("list"));
        KEYS.forEach(
                key -> s3.putObject(b -> b.bucket("list").key(key), RequestBody.fromString(key)));
    }

    @AfterAll
    static void stop() {
        s3.close();
        server.close();
    }

    @Test
    void keysComeInTheOrderOfTheirBytes() {
        assertThat(s3.listObjectsV2(b -> b.bucket("list")).contents())
                .extracting(S3Object::key)
                .containsExactlyElementsOf(KEYS);
    }

    @Test
    void aDelimiterFoldsKeys() {
        var page = s3.listObjectsV2(b -> b.bucket("list").delimiter("/"));

        assertThat(page.contents())
                .extracting(S3Object::key)
                .containsExactly("a.txt", "b", "\ufffd", "😀");
        assertThat(page.commonPrefixes())
                .extracting(CommonPrefix::prefix)
                .containsExactly("a/", "c/", "한글/");
    }

    @Test
    void aPrefixNarrows() {
        var page = s3.listObjectsV2(b -> b.bucket("list").prefix("a/").delimiter("/"));

        assertThat(page.contents()).extracting(S3Object::key).containsExactly("a/1", "a/2");
        assertThat(page.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("a/b/");
    }

    @Test
    void pagesAddUpToTheWhole() {
        var keys = new ArrayList<String>();
        for (var page : s3.listObjectsV2Paginator(b -> b.bucket("list").maxKeys(3))) {
            assertThat(page.contents().size()).isLessThanOrEqualTo(3);
            page.contents().forEach(object -> keys.add(object.key()));
        }

        assertThat(keys).containsExactlyElementsOf(KEYS);
    }

    @Test
    void pagesWithADelimiterAddUpToo() {
        var entries = new ArrayList<String>();
        for (var page :
                s3.listObjectsV2Paginator(b -> b.bucket("list").maxKeys(1).delimiter("/"))) {
            page.contents().forEach(object -> entries.add(object.key()));
            page.commonPrefixes().forEach(prefix -> entries.add(prefix.prefix()));
        }

        assertThat(entries).containsExactly("a.txt", "a/", "b", "c/", "한글/", "\ufffd", "😀");
    }

    @Test
    void versionOneGoesOnFromAMarker() {
        var first = s3.listObjects(b -> b.bucket("list").maxKeys(2));
        var next = s3.listObjects(b -> b.bucket("list").maxKeys(2).marker(first.nextMarker()));

        assertThat(first.isTruncated()).isTrue();
        assertThat(first.contents()).extracting(S3Object::key).containsExactly("a.txt", "a/1");
        assertThat(next.contents()).extracting(S3Object::key).containsExactly("a/2", "a/b/1");
    }

    @Test
    void aListingStartsAfterAKey() {
        assertThat(s3.listObjectsV2(b -> b.bucket("list").startAfter("c/y")).contents())
                .extracting(S3Object::key)
                .containsExactly("한글/가", "한글/나", "\ufffd", "😀");
    }

    @Test
    void keysAreEncodedOnRequest() {
        s3.createBucket(b -> b.bucket("odd"));
        s3.putObject(b -> b.bucket("odd").key("a\u0001 b"), RequestBody.fromString("x"));

        var page = s3.listObjectsV2(b -> b.bucket("odd").encodingType(EncodingType.URL));

        assertThat(page.contents()).extracting(S3Object::key).containsExactly("a\u0001 b");
    }
}
