package io.dure.cloud.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// All that a client can see of its buckets, as lines to compare.
final class S3Dump {
    private final S3Client s3;

    S3Dump(S3Client s3) {
        this.s3 = s3;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var bucket : s3.listBuckets().buckets()) {
            lines.add(bucket.name() + " " + bucket.creationDate());
            var name = bucket.name();
            lines.add(tell(() -> s3.getBucketVersioning(b -> b.bucket(name))));
            lines.add(tell(() -> s3.getObjectLockConfiguration(b -> b.bucket(name))));
            lines.add(tell(() -> s3.getBucketTagging(b -> b.bucket(name))));
            lines.add(tell(() -> s3.getBucketPolicy(b -> b.bucket(name))));
            lines.add(tell(() -> s3.getBucketCors(b -> b.bucket(name))));
            s3.listObjectsV2Paginator(b -> b.bucket(name))
                    .contents()
                    .forEach(object -> lines.add(object.toString()));
            s3.listObjectVersionsPaginator(b -> b.bucket(name))
                    .deleteMarkers()
                    .forEach(marker -> lines.add(marker.toString()));
            s3.listObjectVersionsPaginator(b -> b.bucket(name))
                    .versions()
                    .forEach(version -> add(name, version, lines));
        }
        return lines;
    }

    private void add(String bucket, ObjectVersion version, List<String> lines) {
        var key = version.key();
        var id = version.versionId();
        lines.add(version.toString());
        var head = s3.headObject(b -> b.bucket(bucket).key(key).versionId(id));
        lines.add(
                head.contentType()
                        + head.metadata()
                        + head.eTag()
                        + head.contentLength()
                        + head.lastModified()
                        + head.serverSideEncryptionAsString()
                        + head.objectLockModeAsString()
                        + head.objectLockRetainUntilDate()
                        + head.objectLockLegalHoldStatusAsString()
                        + new TreeMap<>(head.metadata()));
        lines.add(tell(() -> s3.getObjectTagging(b -> b.bucket(bucket).key(key).versionId(id))));
        lines.add(tell(() -> s3.getObjectRetention(b -> b.bucket(bucket).key(key).versionId(id))));
        lines.add(tell(() -> s3.getObjectLegalHold(b -> b.bucket(bucket).key(key).versionId(id))));
        lines.add(
                Integer.toHexString(
                        java.util.Arrays.hashCode(
                                s3.getObjectAsBytes(b -> b.bucket(bucket).key(key).versionId(id))
                                        .asByteArray())));
    }

    private static String tell(Supplier<? extends AwsResponse> question) {
        try {
            return question.get().toString();
        } catch (S3Exception e) {
            return e.awsErrorDetails().errorCode();
        }
    }
}
