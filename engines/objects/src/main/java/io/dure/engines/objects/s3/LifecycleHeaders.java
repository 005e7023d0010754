package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.lifecycle.VersionState;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.http.Percent;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Upload;

/// What the bucket's lifecycle will do, as answers tell it.
final class LifecycleHeaders {
    private LifecycleHeaders() {}

    /// When the current object ends. Amazon S3 API Reference, "GetObject", `x-amz-expiration`.
    static void write(StoredObject object, Exchange exchange) {
        exchange.rules()
                .lifecycle()
                .flatMap(rules ->
                        rules.next(
                                new VersionState.Current(
                                        object.key(),
                                        object.size(),
                                        object.marks().tags(),
                                        object.lastModified())))
                .ifPresent(due ->
                        exchange.answer().header("x-amz-expiration", due.expirationHeader()));
    }

    /// When an upload is given up. Amazon S3 API Reference, "CreateMultipartUpload",
    /// `x-amz-abort-date`.
    static void write(Upload upload, Exchange exchange) {
        exchange.rules()
                .lifecycle()
                .flatMap(rules -> rules.abort(upload.key(), upload.initiatedAt()))
                .ifPresent(due ->
                        exchange.answer()
                                .header("x-amz-abort-date", HttpDates.http(due.at()))
                                .header("x-amz-abort-rule-id", Percent.encode(due.ruleId())));
    }
}
