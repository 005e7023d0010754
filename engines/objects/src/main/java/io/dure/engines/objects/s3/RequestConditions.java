package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.policy.ConditionKey;
import io.dure.engines.objects.policy.ConditionValues;
import io.dure.engines.objects.policy.S3Action;
import io.dure.engines.objects.sigv4.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Request;

/// What a request brings that conditions of policies can ask for; gathered only for buckets that
/// have a policy. Service Authorization Reference, "Condition keys for Amazon S3".
///
/// @param needed by the operation: headers of uploads mean nothing to others, which may be told of
///   tags or a retention in a document
/// @param signature that holds, if there is one
/// @param requested tags that a document brings, if one does
record RequestConditions(
        Request request,
        Headers headers,
        Query query,
        Set<S3Action> needed,
        Optional<Signature> signature,
        Optional<ObjectTags> requested,
        InstantSource clock) {
    /// The actions to which headers matter that can be written wrongly.
    private static final Set<S3Action> PARSED =
            Set.of(S3Action.PUT_OBJECT, S3Action.PUT_OBJECT_TAGGING);

    RequestConditions with(ObjectTags brought) {
        return new RequestConditions(
                request, headers, query, needed, signature, Optional.of(brought), clock);
    }

    /// @param existing tags of the object
    /// @throws S3Exception InvalidArgument if a header is written wrongly
    ConditionValues of(Access access, ObjectTags existing) {
        var values = new Gathering(access.action());
        addCircumstances(values);
        addSignature(values);
        values.parameter(ConditionKey.PREFIX, "prefix")
                .parameter(ConditionKey.DELIMITER, "delimiter")
                .parameter(ConditionKey.MAX_KEYS, "max-keys")
                .header(ConditionKey.ACL, "x-amz-acl")
                .header(ConditionKey.IF_MATCH, "if-match");
        access.version().ifPresent(version -> values.add(ConditionKey.VERSION_ID, version));
        existing.tags()
                .forEach(tag ->
                        values.builder.addTag(
                                ConditionKey.EXISTING_OBJECT_TAG, tag.key(), tag.value()));
        requested.ifPresent(values::addRequested);
        if (needed.contains(S3Action.PUT_OBJECT)) {
            addUpload(values);
        }
        return values.builder.build();
    }

    private void addCircumstances(Gathering values) {
        var now = clock.instant();
        values.add(ConditionKey.CURRENT_TIME, now.truncatedTo(ChronoUnit.SECONDS).toString())
                .add(ConditionKey.EPOCH_TIME, Long.toString(now.getEpochSecond()))
                .add(ConditionKey.SECURE_TRANSPORT, Boolean.toString(request.isSecure()))
                .header(ConditionKey.USER_AGENT, "user-agent")
                .header(ConditionKey.REFERER, "referer");
        Peer.address(request).ifPresent(address -> values.add(ConditionKey.SOURCE_IP, address));
        Peer.tls(request)
                .map(session -> session.getProtocol().replace("TLSv", ""))
                .ifPresent(version -> values.add(ConditionKey.TLS_VERSION, version));
    }

    private void addSignature(Gathering values) {
        values.add(
                ConditionKey.CONTENT_SHA256,
                headers.find("x-amz-content-sha256").orElse("UNSIGNED-PAYLOAD"));
        signature.ifPresent(claim -> {
            values.add(
                            ConditionKey.AUTH_TYPE,
                            switch (claim.place()) {
                                case HEADER -> "REST-HEADER";
                                case QUERY -> "REST-QUERY-STRING";
                                case FORM -> "POST";
                            })
                    .add(ConditionKey.SIGNATURE_VERSION, Signature.ALGORITHM);
            HttpDates.parseBasic(claim.time())
                    .ifPresent(
                            signed -> values.add(ConditionKey.SIGNATURE_AGE, millisSince(signed)));
        });
    }

    private String millisSince(Instant signed) {
        return Long.toString(Duration.between(signed, clock.instant()).toMillis());
    }

    private void addUpload(Gathering values) {
        values.header(ConditionKey.METADATA_DIRECTIVE, "x-amz-metadata-directive")
                .header(ConditionKey.SERVER_SIDE_ENCRYPTION, "x-amz-server-side-encryption")
                .header(
                        ConditionKey.CUSTOMER_ALGORITHM,
                        "x-amz-server-side-encryption-customer-algorithm")
                .header(ConditionKey.STORAGE_CLASS, "x-amz-storage-class")
                .header(ConditionKey.IF_NONE_MATCH, "if-none-match")
                .header(ConditionKey.OBJECT_LOCK_LEGAL_HOLD, "x-amz-object-lock-legal-hold")
                .header(ConditionKey.OBJECT_LOCK_MODE, "x-amz-object-lock-mode")
                .header(
                        ConditionKey.OBJECT_LOCK_RETAIN_UNTIL_DATE,
                        "x-amz-object-lock-retain-until-date")
                .add(
                        ConditionKey.OBJECT_CREATION_OPERATION,
                        Boolean.toString(bringsObjectIntoBeing()));
        headers.find("x-amz-object-lock-retain-until-date")
                .flatMap(HttpDates::parseXml)
                .ifPresent(until ->
                        values.add(
                                ConditionKey.OBJECT_LOCK_REMAINING_RETENTION_DAYS,
                                daysUntil(until)));
        if (PARSED.contains(values.action)) {
            addParsed(values);
        }
    }

    private void addParsed(Gathering values) {
        headers.find("x-amz-copy-source")
                .map(CopySource::parse)
                .ifPresent(source ->
                        values.add(ConditionKey.COPY_SOURCE, source.bucket() + "/" + source.key()));
        headers.find("x-amz-tagging").map(ObjectTags::parseHeader).ifPresent(values::addRequested);
    }

    /// Begun days count: who asks for ten days has ten left, although a moment has passed.
    private String daysUntil(Instant until) {
        var left = Duration.between(clock.instant(), until);
        return Long.toString(left.plusDays(1).minusNanos(1).toDays());
    }

    /// As [Routes] sees it: neither a part nor the start of an upload does.
    private boolean bringsObjectIntoBeing() {
        return request.getMethod().equals("POST") ? !query.has("uploads") : !query.has("uploadId");
    }

    /// The values that come with one action.
    private final class Gathering {
        private final S3Action action;
        private final ConditionValues.Builder builder;

        private Gathering(S3Action action) {
            this.action = action;
            this.builder = ConditionValues.builder(action);
        }

        private Gathering add(ConditionKey key, String value) {
            builder.add(key, value);
            return this;
        }

        private void addRequested(ObjectTags tags) {
            for (var tag : tags.tags()) {
                builder.addTag(ConditionKey.REQUEST_OBJECT_TAG, tag.key(), tag.value());
                add(ConditionKey.REQUEST_OBJECT_TAG_KEYS, tag.key());
            }
        }

        private Gathering header(ConditionKey key, String name) {
            headers.find(name).ifPresent(value -> builder.add(key, value));
            return this;
        }

        private Gathering parameter(ConditionKey key, String name) {
            query.find(name).ifPresent(value -> builder.add(key, value));
            return this;
        }
    }
}
