package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.http.Percent;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Stores the file of a form as an object, and answers as the form wishes: with a document, with
/// nothing, or by sending the browser on.
final class PostObject implements Operation {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Override
    public void handle(Exchange exchange) throws IOException {
        var object = PutObject.store(exchange, Event.CREATED_POST);
        exchange.answer().header("etag", ObjectHeaders.quoted(object.etag()));
        ObjectHeaders.writeChecksum(object, exchange.answer());
        var redirect = redirect(exchange.headers());
        if (redirect.isPresent()) {
            exchange.answer().header("location", onward(redirect.get(), exchange.bucket(), object));
            exchange.answer().empty(303);
            return;
        }
        var location =
                exchange.headers().text(FormHeaders.PLACE) + Percent.encodePath(object.key());
        exchange.answer().header("location", location);
        switch (exchange.headers().text(FormHeaders.STATUS)) {
            case "200" -> exchange.answer().empty(200);
            case "201" -> exchange.answer().xml(201, document(location, exchange, object));
            default -> exchange.answer().empty(204);
        }
    }

    /// What cannot be an address of the web is as if it were not there.
    private static Optional<URI> redirect(Headers headers) {
        return headers.find(FormHeaders.REDIRECT)
                .map(bytes ->
                        new String(
                                bytes.getBytes(StandardCharsets.ISO_8859_1),
                                StandardCharsets.UTF_8))
                .flatMap(PostObject::parsed)
                .filter(uri -> uri.getScheme() != null && uri.getRawAuthority() != null)
                .filter(uri -> SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT)));
    }

    private static Optional<URI> parsed(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// The address, which is told what was stored.
    private static String onward(URI address, String bucket, StoredObject object) {
        var text = address.toASCIIString();
        var hash = text.indexOf('#');
        var page = hash < 0 ? text : text.substring(0, hash);
        return page
                + (page.indexOf('?') < 0 ? "?" : "&")
                + "bucket="
                + Percent.encode(bucket)
                + "&key="
                + Percent.encode(object.key())
                + "&etag="
                + Percent.encode(ObjectHeaders.quoted(object.etag()))
                + (hash < 0 ? "" : text.substring(hash));
    }

    private static XmlWriter document(String location, Exchange exchange, StoredObject object) {
        return XmlWriter.plain("PostResponse")
                .text("Location", location)
                .text("Bucket", exchange.bucket())
                .text("Key", object.key())
                .text("ETag", ObjectHeaders.quoted(object.etag()));
    }
}
