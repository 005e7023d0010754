package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.form.Form;
import io.dure.engines.objects.form.FormFields;
import io.dure.engines.objects.form.PostPolicy;
import io.dure.engines.objects.form.SizeRange;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.http.Target;
import io.dure.engines.objects.sigv4.PayloadKind;
import io.dure.engines.objects.sigv4.Signature;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// Reads forms by which browsers upload a file. Who sent one is said by its fields, which sign a
/// policy; or else by its headers, as of every request. Amazon S3 API Reference, "POST Object".
final class FormUploads {
    private static final SizeRange ANY_SIZE = new SizeRange(0, Limits.LARGEST_BODY_BYTES);
    private static final String FILE_NAME = "${filename}";

    private final Authentication authentication;
    private final CrossOrigin origins;
    private final InstantSource clock;

    FormUploads(Authentication authentication, CrossOrigin origins, InstantSource clock) {
        this.authentication = authentication;
        this.origins = origins;
        this.clock = clock;
    }

    /// Whether the body is a form.
    static boolean isEnclosed(Headers headers) {
        var type = headers.text("content-type");
        return type.regionMatches(
                true, 0, "multipart/form-data", 0, "multipart/form-data".length());
    }

    /// @throws S3Exception if the form is not well-formed, not signed by whom it says, or against
    ///   its policy
    Incoming open(
            Request request,
            String path,
            Target target,
            Query query,
            Headers headers,
            Answer answer)
            throws IOException {
        var bodyBytes = length(headers);
        var form = Form.read(Content.Source.asInputStream(request), headers.text("content-type"));
        var claim = Signature.ofForm(form.fields()::find);
        claim.ifPresent(signature -> origins.markForm(target, signature, headers, answer));
        requireOneClaim(claim, form.fields(), query, headers);
        var sender =
                claim.map(signature ->
                                authentication.authenticateForm(
                                        signature, form.fields().find("policy").orElseThrow()))
                        .orElseGet(() -> unsigned(path, target, query, headers));
        var fields = named(form);
        var sizes =
                claim.map(_ -> requireAllowed(fields.with("bucket", target.bucket())))
                        .orElse(ANY_SIZE);
        var standing = FormHeaders.of(fields, headers, place(request, path, headers));
        return new Incoming(
                sender,
                Routes.ofForm(standing),
                new Target(
                        target.namespaceLabel(), target.bucket(), fields.find("key").orElseThrow()),
                standing,
                new Payload(
                        form.file(sizes),
                        Declared.parse(standing, new PayloadKind.Unsigned()),
                        form.largestFile(bodyBytes)));
    }

    private static String place(Request request, String path, Headers headers) {
        return (request.isSecure() ? "https://" : "http://")
                + headers.text("host")
                + (path.endsWith("/") ? path : path + "/");
    }

    private static long length(Headers headers) {
        return Declared.number(headers, "content-length")
                .orElseThrow(() -> new S3Exception(S3Error.MISSING_CONTENT_LENGTH));
    }

    private static void requireOneClaim(
            Optional<Signature> claim, FormFields fields, Query query, Headers headers) {
        if (claim.isPresent() && Signature.parse(headers::joined, query).isPresent()) {
            throw new S3Exception(
                            S3Error.INVALID_ARGUMENT,
                            "Only one auth mechanism allowed; only the fields of a form, the"
                                    + " X-Amz-Algorithm query parameter or the Authorization header"
                                    + " should be specified")
                    .with("ArgumentName", "Authorization");
        }
        if (fields.find("x-amz-security-token").isPresent()) {
            throw new S3Exception(S3Error.INVALID_TOKEN);
        }
    }

    /// Of a form that says nothing about who sent it. Its body would have to be read whole to hold
    /// a signed digest against it.
    private Authentication.Sender unsigned(
            String path, Target target, Query query, Headers headers) {
        var sender =
                authentication.authenticate("POST", path, query, headers, target.namespaceLabel());
        if (sender.payload() instanceof PayloadKind.Unsigned) {
            return sender;
        }
        throw new S3Exception(S3Error.NOT_IMPLEMENTED);
    }

    /// The fields, with the file's name in the key where it is wanted.
    private static FormFields named(Form form) {
        var key =
                form.fields()
                        .find("key")
                        .orElseThrow(() ->
                                S3Exception.argument(
                                        "key",
                                        "",
                                        "Bucket POST must contain a field named 'key'.  If it is"
                                                + " specified, please check the order of the"
                                                + " fields."));
        return form.fields().with("key", key.replace(FILE_NAME, form.fileName()));
    }

    /// @return the sizes that the file may have
    private SizeRange requireAllowed(FormFields fields) {
        var policy = PostPolicy.parse(fields.find("policy").orElseThrow());
        policy.require(fields, clock.instant());
        return policy.sizes();
    }
}
