package io.dure.engines.objects.client;

import io.dure.engines.objects.error.BusyStoreException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;

/// Which part of an object an answer brings. RFC 9110 §14.4.
record ContentRange(long first, long last, long total) {
    private static final Pattern FORM =
            Pattern.compile("bytes (\\d{1,15})-(\\d{1,15})/(\\d{1,15})");

    /// @throws IOException if it does not say, as it must where a part was asked for
    static ContentRange of(Response response) throws IOException {
        var text = String.valueOf(response.getHeaders().get(HttpHeader.CONTENT_RANGE));
        var parts = FORM.matcher(text);
        if (response.getStatus() != HttpStatus.PARTIAL_CONTENT_206 || !parts.matches()) {
            throw new BusyStoreException("it does not answer with the part asked for", null);
        }
        return new ContentRange(
                Long.parseLong(parts.group(1)),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)));
    }
}
