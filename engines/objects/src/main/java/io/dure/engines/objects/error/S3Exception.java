package io.dure.engines.objects.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// The request is refused, in S3's own words.
public final class S3Exception extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final S3Error error;

    /// Strings, which serialise.
    private final LinkedHashMap<String, String> fields;

    public S3Exception(S3Error error) {
        this(error, error.message());
    }

    /// @param message replaces the error's own, where S3 is more specific
    public S3Exception(S3Error error, String message) {
        this(error, message, Map.of());
    }

    private S3Exception(S3Error error, String message, Map<String, String> fields) {
        super(message, null, false, false);
        this.error = error;
        this.fields = new LinkedHashMap<>(fields);
    }

    /// InvalidArgument.
    ///
    /// @param name of the argument: a header, a parameter, an element
    /// @param value what it said
    public static S3Exception argument(String name, String value, String message) {
        return new S3Exception(S3Error.INVALID_ARGUMENT, message)
                .with("ArgumentName", name)
                .with("ArgumentValue", value);
    }

    /// The same, with one element more that tells what it is about.
    public S3Exception with(String name, String value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new S3Exception(error, message(), more);
    }

    public S3Error error() {
        return error;
    }

    public String message() {
        return Objects.requireNonNull(getMessage());
    }

    /// What it is about, by element.
    public Map<String, String> fields() {
        return Collections.unmodifiableMap(fields);
    }
}
