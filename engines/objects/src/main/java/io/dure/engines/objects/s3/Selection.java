package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.http.Conditions;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;

/// Which bytes of an object are asked for.
///
/// @param status 200 for all of it, 206 for some
/// @param parts how many the object has, if one was asked for by number; otherwise 0
record Selection(int status, ByteRange range, int parts) {
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
                .map(selected -> new Selection(206, selected, 0))
                .orElseGet(() -> new Selection(200, ByteRange.whole(object.size()), 0));
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
        return new Selection(
                206, new ByteRange(first, bodies.get(number - 1).size()), bodies.size());
    }

    void write(Answer answer, StoredObject object) {
        if (status == 206 && range.length() > 0) {
            answer.header("content-range", range.contentRange(object.size()));
        }
        if (parts > 0 && object.isMultipart()) {
            answer.header("x-amz-mp-parts-count", Integer.toString(parts));
        }
    }
}
