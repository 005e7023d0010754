package io.dure.engines.objects.bodies.remote;

import io.dure.engines.objects.client.BucketAddress;
import io.dure.engines.objects.client.BucketClient;
import io.dure.engines.objects.client.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// A new bucket of some S3 service, which somebody else's client made.
public final class TestingBucket implements AutoCloseable {
    private final S3Client others;
    private final BucketAddress address;
    private final BucketClient client;

    public TestingBucket(URI endpoint, String accessKeyId, String secret) {
        var name = "bodies-" + UUID.randomUUID();
        others =
                S3Client.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .forcePathStyle(true)
                        // Of checksums in trailers Ceph 16 knows nothing.
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(accessKeyId, secret)))
                        .build();
        others.createBucket(b -> b.bucket(name));
        address = new BucketAddress(endpoint, "us-east-1", name, "dure/", accessKeyId, secret);
        client = new BucketClient(address, Limits.DEFAULT, InstantSource.system());
    }

    public BucketAddress address() {
        return address;
    }

    public BucketClient client() {
        return client;
    }

    /// A client of another maker.
    public S3Client others() {
        return others;
    }

    public String name() {
        return address.bucket();
    }

    /// How many bodies there are.
    public long bodies() {
        return Stream.of(RemoteKeys.SLICES, RemoteKeys.FILES).mapToLong(this::count).sum();
    }

    private long count(String prefix) {
        try {
            return client.list(prefix, "").size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(String key) {
        return others.getObjectAsBytes(b -> b.bucket(name()).key(address.prefix() + key))
                .asByteArray();
    }

    void write(String key, byte[] bytes) {
        others.putObject(
                b -> b.bucket(name()).key(address.prefix() + key), RequestBody.fromBytes(bytes));
    }

    @Override
    public void close() {
        client.close();
        others.close();
    }
}
