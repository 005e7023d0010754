package io.dure.platform.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An authenticator in software that makes one passkey: ES256, no attestation. Web Authentication
/// Level 3 §6.
final class TestingAuthenticator {
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final KeyPair key;
    private final byte[] id = new byte[16];
    private final String origin;
    private String handle = "";
    private int count;

    TestingAuthenticator(String origin) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.key = generator.generateKeyPair();
        this.origin = origin;
        new java.security.SecureRandom().nextBytes(id);
    }

    /// What `navigator.credentials.create` makes of the options.
    Map<String, Object> create(JsonNode options) throws GeneralSecurityException {
        handle = options.at("/user/id").asString();
        var host = options.at("/rp/id").asString();
        var data = bytes(data(host, PRESENT | VERIFIED | ATTESTED), credential());
        var attestation =
                bytes(
                        HexFormat.of().parseHex("a3"),
                        HexFormat.of().parseHex("63666d74646e6f6e65"), // fmt: none
                        HexFormat.of().parseHex("6761747453746d74a0"), // attStmt: {}
                        HexFormat.of().parseHex("686175746844617461" + "59"), // authData:
                        ByteBuffer.allocate(2).putShort((short) data.length).array(),
                        data);
        return publicKey(
                Map.of(
                        "clientDataJSON", base64(client("webauthn.create", options)),
                        "attestationObject", base64(attestation),
                        "transports", java.util.List.of("internal")));
    }

    /// What `navigator.credentials.get` makes of the options.
    Map<String, Object> get(JsonNode options) throws GeneralSecurityException {
        return get(options, PRESENT | VERIFIED);
    }

    /// As if the device had not asked for a finger, a face or a PIN.
    Map<String, Object> getUnverified(JsonNode options) throws GeneralSecurityException {
        return get(options, PRESENT);
    }

    private Map<String, Object> get(JsonNode options, int flags) throws GeneralSecurityException {
        var data = data(options.path("rpId").asString(), flags);
        var client = client("webauthn.get", options);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key.getPrivate());
        signature.update(bytes(data, sha256(client)));
        return publicKey(
                Map.of(
                        "clientDataJSON", base64(client),
                        "authenticatorData", base64(data),
                        "signature", base64(signature.sign()),
                        "userHandle", handle));
    }

    private Map<String, Object> publicKey(Map<String, Object> response) {
        return Map.of(
                "id",
                base64(id),
                "rawId",
                base64(id),
                "type",
                "public-key",
                "authenticatorAttachment",
                "platform",
                "clientExtensionResults",
                Map.of(),
                "response",
                response);
    }

    private byte[] client(String type, JsonNode options) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, options.path("challenge").asString(), origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(String host, int flags) throws GeneralSecurityException {
        count++;
        return ByteBuffer.allocate(37)
                .put(sha256(host.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(count)
                .array();
    }

    /// The model of the authenticator (none), the credential's id, and its key as COSE (RFC 9052).
    private byte[] credential() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return bytes(
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) id.length).array(),
                id,
                HexFormat.of().parseHex("a5010203262001215820"),
                number(point.getAffineX()),
                HexFormat.of().parseHex("225820"),
                number(point.getAffineY()));
    }

    private static byte[] number(BigInteger number) {
        var bytes = new byte[32];
        var found = number.toByteArray();
        var from = Math.max(0, found.length - 32);
        System.arraycopy(found, from, bytes, 32 - (found.length - from), found.length - from);
        return bytes;
    }

    private static byte[] bytes(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(text);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
