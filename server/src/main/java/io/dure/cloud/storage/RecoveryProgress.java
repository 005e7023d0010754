package io.dure.cloud.storage;

import java.util.Optional;

/// How far it is to make rows anew from the store.
///
/// @param found bodies that said what they are, so far
/// @param silent bodies of before they described themselves
/// @param sealed bodies whose keys are gone
/// @param damaged bodies of which nobody knows what they were
/// @param result once it is done
/// @param report the file that names whatever did not come back, once it is done
/// @param failure why it failed, if it did
public record RecoveryProgress(
        State state,
        long found,
        long silent,
        long sealed,
        long damaged,
        Optional<Result> result,
        Optional<String> report,
        Optional<String> failure) {
    static final RecoveryProgress BEGUN =
            new RecoveryProgress(
                    State.READING,
                    0,
                    0,
                    0,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public enum State {
        /// The store is read.
        READING,
        /// Rows are made of what was found, all at once.
        WRITING,
        DONE,
        FAILED
    }

    /// What came back.
    ///
    /// @param organisations that were registered anew
    /// @param unnotedBuckets of which only objects were found: how they were configured is lost
    /// @param objects that are current
    /// @param versions that are not
    /// @param incomplete multipart objects of which parts are missing; they did not come back
    /// @param looseParts of uploads that nobody completed; they did not come back
    public record Result(
            long organisations,
            long buckets,
            long unnotedBuckets,
            long objects,
            long versions,
            long markers,
            long bytes,
            long incomplete,
            long looseParts) {}

    RecoveryProgress in(State other) {
        return new RecoveryProgress(other, found, silent, sealed, damaged, result, report, failure);
    }

    RecoveryProgress withFound(long more) {
        return new RecoveryProgress(
                state, found + more, silent, sealed, damaged, result, report, failure);
    }

    RecoveryProgress withUntold(long moreSilent, long moreSealed, long moreDamaged) {
        return new RecoveryProgress(
                state,
                found,
                silent + moreSilent,
                sealed + moreSealed,
                damaged + moreDamaged,
                result,
                report,
                failure);
    }

    RecoveryProgress done(Result made, String file) {
        return new RecoveryProgress(
                State.DONE,
                found,
                silent,
                sealed,
                damaged,
                Optional.of(made),
                Optional.of(file),
                Optional.empty());
    }

    RecoveryProgress failed(String why) {
        return new RecoveryProgress(
                State.FAILED, found, silent, sealed, damaged, result, report, Optional.of(why));
    }
}
