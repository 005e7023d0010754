package io.dure.engines.objects.http;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Percent-encoding of UTF-8. RFC 3986 §2.
public final class Percent {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Percent() {}

    /// @throws S3Exception InvalidURI if an escape is cut short or the bytes are not UTF-8;
    ///   InvalidArgument for U+0000, which the text of databases cannot hold
    public static String decode(String text) {
        var decoded = text.indexOf('%') < 0 ? text : decodeEscapes(text);
        if (decoded.indexOf('\0') >= 0) {
            throw new S3Exception(S3Error.INVALID_ARGUMENT, "Names and keys cannot hold U+0000.");
        }
        return decoded;
    }

    private static String decodeEscapes(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character == '%') {
                bytes.write(escaped(text, at));
                at += 2;
            } else if (character < 0x80) {
                bytes.write(character);
            } else {
                bytes.writeBytes(String.valueOf(character).getBytes(StandardCharsets.UTF_8));
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static int escaped(String text, int at) {
        try {
            return HexFormat.fromHexDigits(text, at + 1, at + 3);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new S3Exception(S3Error.INVALID_URI);
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new S3Exception(S3Error.INVALID_URI);
        }
    }

    /// Encodes everything but unreserved characters.
    public static String encode(String text) {
        return encode(text, false);
    }

    /// Encodes everything but unreserved characters and slashes.
    public static String encodePath(String path) {
        return encode(path, true);
    }

    private static String encode(String text, boolean keepSlash) {
        var encoded = new StringBuilder(text.length() + 16);
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(octet) || (keepSlash && octet == '/')) {
                encoded.append((char) octet);
            } else {
                encoded.append('%');
                HEX.toHexDigits(encoded, octet);
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(byte octet) {
        return (octet >= 'A' && octet <= 'Z')
                || (octet >= 'a' && octet <= 'z')
                || (octet >= '0' && octet <= '9')
                || octet == '-'
                || octet == '.'
                || octet == '_'
                || octet == '~';
    }
}
