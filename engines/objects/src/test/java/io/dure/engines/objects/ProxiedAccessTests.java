package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.edge.Patience;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Policies judge a client by what the proxies in front say of it: here 203.0.113.9, by TLS.
class ProxiedAccessTests {
    private S3ServerFixture server;
    private S3Client s3;

    private static final class Forwarded extends Request.Wrapper {
        private Forwarded(Request request) {
            super(request);
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return new ConnectionMetaData.Wrapper(super.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return new InetSocketAddress("203.0.113.9", 0);
                }
            };
        }
    }

    @BeforeEach
    void makeABucket() {
        server =
                new S3ServerFixture(
                        Patience.DEFAULT,
                        S3ServerFixture.newFolder(),
                        new InMemoryMetadata(S3ServerFixture.QUOTA_BYTES),
                        (request, _) -> new Forwarded(request));
        s3 = server.client(server.key());
        s3.createBucket(b -> b.bucket("photos"));
        s3.putObject(b -> b.bucket("photos").key("a"), RequestBody.fromString("a"));
    }

    @AfterEach
    void stop() {
        s3.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'IpAddress': {'aws:SourceIp': '203.0.113.0/24'}} | true",
                "{'IpAddress': {'aws:SourceIp': '127.0.0.0/8'}} | false",
                "{'Bool': {'aws:SecureTransport': 'true'}} | true",
                "{'Null': {'s3:TlsVersion': 'false'}} | false"
            })
    void aDenialHoldsForWhomTheProxyNames(String condition, boolean denied) {
        s3.putBucketPolicy(b ->
                b.bucket("photos")
                        .policy(
                                """
                                {"Statement": {"Effect": "Deny", "Principal": "*",
                                 "Action": "s3:GetObject", "Resource": "arn:aws:s3:::photos/*",
                                 "Condition": %s}}\
                                """
                                        .formatted(condition.replace('\'', '"'))));

        if (denied) {
            assertThatThrownBy(() -> s3.getObjectAsBytes(b -> b.bucket("photos").key("a")))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
        } else {
            assertThat(s3.getObjectAsBytes(b -> b.bucket("photos").key("a")).asUtf8String())
                    .isEqualTo("a");
        }
    }
}
