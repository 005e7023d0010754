package io.dure.engines.objects.sigv4;

import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;

/// A secret narrowed to a day, a region and a service, which signs.
public final class SigningKey {
    private final Mac mac;

    private SigningKey(byte[] key) {
        this.mac = Hashes.mac(key);
    }

    public static SigningKey derive(String secret, CredentialScope scope) {
        var date = Hashes.hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), scope.date());
        var region = Hashes.hmac(date, scope.region());
        var service = Hashes.hmac(region, scope.service());
        return new SigningKey(Hashes.hmac(service, "aws4_request"));
    }

    /// @return the signature, in lower-case hex
    public String sign(String text) {
        return Hashes.hex(Hashes.copy(mac).doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
