package io.dure.engines.objects.s3;

import java.security.SecureRandom;
import java.util.Base64;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;

/// Which process answered: what S3 says of each answer besides the request's id. It means something
/// only to whoever runs the server, and is the same for as long as the process lasts.
final class HostId {
    private static final int BYTES = 24;

    static final String VALUE = random();

    /// In every answer, so it is encoded once.
    static final HttpField HEADER = new PreEncodedHttpField("x-amz-id-2", VALUE);

    private HostId() {}

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
