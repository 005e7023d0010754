package io.dure.engines.objects.s3;

import io.dure.engines.objects.buckets.BucketRules;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.http.Target;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A request that may be done, and its answer.
///
/// @param permissions for what else the operation finds itself to do
record Exchange(
        Services services,
        Headers headers,
        Target target,
        Query query,
        Caller caller,
        Permissions permissions,
        Payload payload,
        Answer answer) {

    Namespace namespace() {
        return caller.namespace();
    }

    String bucket() {
        return target.bucket();
    }

    /// How the bucket is configured.
    ///
    /// @throws S3Exception NoSuchBucket
    BucketRules rules() {
        return services.buckets().require(namespace(), bucket());
    }

    /// The object's key, as the client wrote it.
    ///
    /// @throws S3Exception KeyTooLongError, InvalidArgument
    String objectKey() {
        return ObjectKeys.require(target.key());
    }

    Optional<String> header(String name) {
        return headers.find(name);
    }

    /// A whole number among the query's parameters.
    ///
    /// @throws S3Exception InvalidArgument unless it lies in the bounds
    int number(String parameter, int least, int most, int otherwise) {
        var text = query.text(parameter);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.matches("\\d{1,9}")) {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw S3Exception.argument(
                parameter,
                text,
                parameter + " must be an integer between " + least + " and " + most);
    }

    /// The document that the body holds.
    byte[] bytes() throws IOException {
        return payload.readAll(Limits.LARGEST_DOCUMENT_BYTES);
    }

    /// The XML document that the body holds.
    Element document(String root) throws IOException {
        return XmlReader.read(payload.readAll(Limits.LARGEST_DOCUMENT_BYTES), root);
    }

    /// Whether the body holds nothing but white space.
    boolean hasNoDocument() {
        return payload.declaredLength().orElse(0) == 0;
    }

    static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
