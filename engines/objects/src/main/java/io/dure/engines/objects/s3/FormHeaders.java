package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.form.FormFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;

/// The headers that a form's fields stand for. Those of its request say nothing about the object,
/// for whoever signed the form did not sign them.
final class FormHeaders {
    /// Where the form is sent on to.
    static final String REDIRECT = "success_action_redirect";

    /// What it is answered with.
    static final String STATUS = "success_action_status";

    /// Under which address objects of the bucket are, as far as the sender knows.
    static final String PLACE = "location";

    private static final Set<String> TAKEN =
            Set.of(
                    "cache-control",
                    "content-disposition",
                    "content-encoding",
                    "content-language",
                    "content-md5",
                    "content-type",
                    "expires",
                    REDIRECT,
                    STATUS,
                    "x-amz-storage-class",
                    "x-amz-website-redirect-location");

    private static final List<String> TAKEN_FAMILIES =
            List.of(
                    "x-amz-checksum-",
                    "x-amz-grant-",
                    "x-amz-meta-",
                    "x-amz-object-lock-",
                    "x-amz-server-side-encryption");

    /// Fields that are headers by another name.
    private static final Map<String, String> RENAMED =
            Map.of("acl", "x-amz-acl", "redirect", REDIRECT);

    /// Of the request itself: about whoever sent it.
    private static final List<String> OF_SENDER = List.of("host", "referer", "user-agent");

    /// RFC 9110 §5.6.2.
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]+");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private FormHeaders() {}

    /// @param place under which objects of the bucket are
    /// @throws S3Exception InvalidArgument for fields that no header could be; MalformedXML and
    ///   others for tags
    static Headers of(FormFields fields, Headers sent, String place) {
        var headers = HttpFields.build().put(PLACE, place);
        OF_SENDER.forEach(name -> sent.find(name).ifPresent(value -> headers.put(name, value)));
        RENAMED.forEach(
                (field, name) -> fields.find(field).ifPresent(value -> put(headers, name, value)));
        fields.byName()
                .forEach((name, value) -> {
                    if (isTaken(name)) {
                        put(headers, name, value);
                    }
                });
        fields.find("tagging")
                .map(document -> ObjectTags.parse(document.getBytes(StandardCharsets.UTF_8)))
                .ifPresent(tags -> headers.put("x-amz-tagging", tags.writeHeader()));
        return new Headers(headers.asImmutable());
    }

    private static boolean isTaken(String name) {
        return TAKEN.contains(name) || TAKEN_FAMILIES.stream().anyMatch(name::startsWith);
    }

    /// A line break in a header would begin another one in the answer to whoever reads the object.
    private static void put(HttpFields.Mutable headers, String name, String value) {
        if (!NAME.matcher(name).matches() || CONTROL.matcher(value).find()) {
            throw new S3Exception(
                    S3Error.INVALID_ARGUMENT, "Form fields may not hold control characters.");
        }
        headers.put(name, bytes(value));
    }

    /// As [Headers] has them.
    private static String bytes(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
