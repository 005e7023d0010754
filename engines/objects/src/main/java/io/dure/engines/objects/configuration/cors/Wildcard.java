package io.dure.engines.objects.configuration.cors;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;

/// A text in which one `*` may stand for any characters, or none.
record Wildcard(String text) {
    /// @param name of the element, for the refusal
    /// @throws S3Exception InvalidRequest
    static void require(String name, String text) {
        if (text.indexOf('*') != text.lastIndexOf('*')) {
            throw new S3Exception(
                    S3Error.INVALID_REQUEST,
                    name + " \"" + text + "\" can not have more than one wildcard.");
        }
    }

    boolean matches(String other) {
        var star = text.indexOf('*');
        if (star < 0) {
            return text.equals(other);
        }
        return other.length() >= text.length() - 1
                && other.startsWith(text.substring(0, star))
                && other.endsWith(text.substring(star + 1));
    }
}
