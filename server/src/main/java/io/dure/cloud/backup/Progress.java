package io.dure.cloud.backup;

import java.util.Optional;

/// How far the newest backup is.
///
/// @param folder where it goes
/// @param bytes copied so far, without the database
/// @param failure why it failed, if it did
public record Progress(String folder, State state, long bytes, Optional<String> failure) {
    public enum State {
        DATABASE,
        FILES,
        DONE,
        FAILED
    }
}
