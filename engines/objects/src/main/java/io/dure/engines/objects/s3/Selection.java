package io.dure.engines.objects.s3;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.http.Conditions;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import java.io.IOException;
import java.util.Optional;

/// Which bytes of an object are asked for.
///
/// @param status 200 for all of it, 206 for some
/// @param part the one that was asked for by number
record Selection(int status, ByteRange range, Optional<StoredBody> part) {
    static Selection of(Exchange exchange, StoredObject object) {
        var range = exchange.header("range").filter(_ -> isRangeCurrent(exchange, object));
        if (exchange.query().has("partNumber")) {
            if (range.isPresent()) {
                throw new S3Exception(
                        S3Error.INVALID_REQUEST,
                        "Cannot specify both Range header and partNumber query parameter");
            }
            return part(object, exchange.number("partNumber", 1, Limits.MOST_PARTS, 1));
        }
        return range.flatMap(header -> ByteRange.parse(header, object.size()))
                .map(selected -> new Selection(206, selected, Optional.empty()))
                .orElseGet(() -> whole(object));
    }

    private static Selection whole(StoredObject object) {
        return new Selection(200, ByteRange.whole(object.size()), Optional.empty());
    }

    /// What the selected bytes are to sum up to, as far as that is known.
    Optional<Checksum> checksum(StoredObject object, Bodies bodies) throws IOException {
        if (part.isPresent() && object.isMultipart()) {
            return PartsOfObject.checksum(bodies, object, part.get());
        }
        return range.equals(ByteRange.whole(object.size())) ? object.checksum() : Optional.empty();
    }

    /// RFC 9110 §13.1.5.
    private static boolean isRangeCurrent(Exchange exchange, StoredObject object) {
        return exchange.header("if-range")
                .map(validator ->
                        HttpDates.parse(validator)
                                .map(date -> !HttpDates.grain(object.lastModified()).isAfter(date))
                                .orElseGet(
                                        () -> Conditions.unquote(validator).equals(object.etag())))
                .orElse(true);
    }

    private static Selection part(StoredObject object, int number) {
        var bodies = object.contents();
        if (number > Math.max(1, bodies.size())) {
            throw new S3Exception(S3Error.INVALID_PART_NUMBER)
                    .with("PartNumberRequested", Integer.toString(number))
                    .with("ActualPartCount", Integer.toString(Math.max(1, bodies.size())));
        }
        var first = bodies.stream().limit(number - 1L).mapToLong(StoredBody::size).sum();
        var part = bodies.get(number - 1);
        return new Selection(206, new ByteRange(first, part.size()), Optional.of(part));
    }

    void write(Answer answer, StoredObject object) {
        if (status == 206 && range.length() > 0) {
            answer.header("content-range", range.contentRange(object.size()));
        }
        if (part.isPresent() && object.isMultipart()) {
            answer.header("x-amz-mp-parts-count", Integer.toString(object.contents().size()));
        }
    }
}
