package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.keys.CustomerKey;
import io.dure.engines.objects.metadata.Encryption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;

/// How a request wants an object encrypted, or says it is. Amazon S3 User Guide, "Server-side
/// encryption with Amazon S3 managed keys" and "… with customer-provided keys".
///
/// @param customer the key that came along
record Protection(Encryption encryption, Optional<CustomerKey> customer) {
    private static final String SSE = "x-amz-server-side-encryption";
    private static final String CUSTOMER = "server-side-encryption-customer-";
    private static final String ALGORITHM = "AES256";
    private static final String UNSUPPORTED = "The encryption method specified is not supported";
    private static final int KEY_BYTES = 32;

    /// In nearly every answer, so it is encoded once.
    private static final HttpField MANAGED = new PreEncodedHttpField(SSE, ALGORITHM);

    /// @throws S3Exception NotImplemented for keys of a service, InvalidArgument,
    ///   InvalidEncryptionAlgorithmError
    static Protection of(Headers headers) {
        var customer = customer(headers, "x-amz-");
        var managed = headers.find(SSE);
        if (customer.isPresent() && managed.isPresent()) {
            throw invalid(
                    "Server Side Encryption with Customer provided key is incompatible with the"
                            + " encryption method specified");
        }
        managed.filter(method -> !method.equals(ALGORITHM))
                .ifPresent(method -> {
                    if (method.startsWith("aws:")) {
                        throw new S3Exception(S3Error.NOT_IMPLEMENTED, UNSUPPORTED);
                    }
                    throw S3Exception.argument(SSE, method, UNSUPPORTED);
                });
        return customer.map(
                        key -> new Protection(new Encryption.Customer(key.md5()), Optional.of(key)))
                .orElseGet(() ->
                        new Protection(
                                managed.isPresent() ? Encryption.MANAGED : Encryption.NONE,
                                Optional.empty()));
    }

    /// The key that an object is read with.
    static Optional<CustomerKey> ofRead(Headers headers) {
        return customer(headers, "x-amz-");
    }

    /// The key that a copy's source is read with.
    static Optional<CustomerKey> ofCopySource(Headers headers) {
        return customer(headers, "x-amz-copy-source-");
    }

    private static Optional<CustomerKey> customer(Headers headers, String prefix) {
        var algorithm = headers.find(prefix + CUSTOMER + "algorithm");
        var key = headers.find(prefix + CUSTOMER + "key");
        var md5 = headers.find(prefix + CUSTOMER + "key-md5");
        if (algorithm.isEmpty() && key.isEmpty() && md5.isEmpty()) {
            return Optional.empty();
        }
        if (algorithm.isEmpty()) {
            throw invalid(
                    "Requests specifying Server Side Encryption with Customer provided keys must"
                            + " provide a valid encryption algorithm.");
        }
        if (!algorithm.get().equals(ALGORITHM)) {
            throw new S3Exception(S3Error.INVALID_ENCRYPTION_ALGORITHM)
                    .with("ArgumentName", SSE)
                    .with("ArgumentValue", algorithm.get());
        }
        var bytes = key.flatMap(Protection::decoded).filter(all -> all.length == KEY_BYTES);
        if (bytes.isEmpty()) {
            throw invalid(
                    "Requests specifying Server Side Encryption with Customer provided keys must"
                            + " provide an appropriate secret key.");
        }
        if (!md5.flatMap(Protection::decoded)
                .filter(sum -> Arrays.equals(sum, md5(bytes.get())))
                .isPresent()) {
            throw invalid(
                    "The calculated MD5 hash of the key did not match the hash that was provided.");
        }
        return Optional.of(
                new CustomerKey(new SecretKeySpec(bytes.get(), "HmacSHA256"), md5.orElseThrow()));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("MD5 belongs to every JDK", e);
        }
    }

    /// Refuses to read an object with another key than it was stored with.
    ///
    /// @throws S3Exception InvalidRequest, AccessDenied
    static void requireFits(Encryption encryption, Optional<CustomerKey> customer) {
        if (encryption instanceof Encryption.Customer(var md5)) {
            var given =
                    customer.orElseThrow(() ->
                            new S3Exception(
                                    S3Error.INVALID_REQUEST,
                                    "The object was stored using a form of Server Side Encryption."
                                            + " The correct parameters must be provided to retrieve"
                                            + " the object."));
            if (!given.md5().equals(md5)) {
                throw new S3Exception(
                        S3Error.ACCESS_DENIED,
                        "Requests specifying Server Side Encryption with Customer provided keys must"
                                + " provide the correct secret key.");
            }
        } else if (customer.isPresent()) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "The encryption parameters are not applicable to this object.");
        }
    }

    /// Refuses a part that does not come with the key that its upload began with.
    ///
    /// @throws S3Exception InvalidRequest
    static void requireSame(Encryption encryption, Optional<CustomerKey> customer) {
        var began =
                encryption instanceof Encryption.Customer(var md5)
                        ? Optional.of(md5)
                        : Optional.<String>empty();
        if (began.isPresent() && customer.isEmpty()) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "The multipart upload initiate requested encryption. Subsequent part requests"
                            + " must include the appropriate encryption parameters.");
        }
        if (!customer.map(CustomerKey::md5).equals(began)) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    "The provided encryption parameters did not match the ones used originally.");
        }
    }

    static void write(Encryption encryption, Answer answer) {
        switch (encryption) {
            case Encryption.None() -> {}
            case Encryption.Managed() -> answer.header(MANAGED);
            case Encryption.Customer(var md5) ->
                    answer.header("x-amz-" + CUSTOMER + "algorithm", ALGORITHM)
                            .header("x-amz-" + CUSTOMER + "key-md5", md5);
        }
    }

    private static S3Exception invalid(String message) {
        // As S3 words it: the header that it names did not come.
        return S3Exception.argument(SSE, "null", message);
    }
}
