package io.dure.cloud.storage;

import io.dure.engines.objects.error.S3Exception;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.problem.ProblemException;
import io.dure.platform.problem.UnknownThingException;
import java.util.function.Supplier;

/// The engine's refusals as problems of this server.
final class StorageProblems {
    private StorageProblems() {}

    /// @throws ProblemException for what the caller can mend
    static <T> T translate(Supplier<T> code) {
        try {
            return code.get();
        } catch (S3Exception e) {
            throw problem(e);
        }
    }

    /// The problem that a refusal is; the refusal itself if it is none that a page could cause.
    static RuntimeException problem(S3Exception e) {
        return switch (e.error()) {
            case NO_SUCH_BUCKET -> new UnknownThingException("bucket");
            case NO_SUCH_KEY -> new UnknownThingException("object");
            case NO_SUCH_VERSION -> new UnknownThingException("version");
            case BUCKET_ALREADY_OWNED_BY_YOU ->
                    new ConflictException(
                            "bucket-name-taken", "There is a bucket of this name already.");
            case BUCKET_NOT_EMPTY ->
                    new ConflictException("bucket-not-empty", "The bucket still holds objects.");
            case TOO_MANY_BUCKETS ->
                    new ConflictException("too-many-buckets", "There may be 100 buckets at most.");
            case QUOTA_EXCEEDED -> new StorageFullException();
            case KEY_TOO_LONG, INVALID_ARGUMENT ->
                    new InvalidInputException(
                            "key", "too-long", "A key has 1 to 1024 bytes of UTF-8.");
            case ENTITY_TOO_LARGE ->
                    new InvalidInputException(
                            "content", "too-long", "An upload has at most 5 GiB.");
            default -> e;
        };
    }
}
