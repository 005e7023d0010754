package io.dure.platform.database;

/// Files in the data folder that rows refer to. A module that keeps such files publishes a bean, so
/// that a backup, which copies the rows first and the files then, finds every file that a copied
/// row names.
public interface KeptFiles {
    /// Deletes none of them until the hold is closed.
    Hold hold();

    /// While it is open no file is deleted.
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }
}
