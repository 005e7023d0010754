package io.dure.engines.objects.error;

import java.io.FileOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/// Tells a full disk from other failures. Java has no exception of its own for it, only the
/// system's words, which are in the language of whoever started the server: so the system is asked
/// once for the words it has. A database has a code for it.
public final class FullDisk {
    private static final Set<String> WORDS =
            Set.copyOf(
                    Stream.of("No space left on device", "Disk quota exceeded", words())
                            .distinct()
                            .toList());

    /// SQLSTATE `disk_full`. PostgreSQL, appendix A.
    private static final String DATABASES = "53100";

    private FullDisk() {}

    /// Whether this failure, or a cause of it, says so.
    public static boolean isMeantBy(Throwable failure) {
        return Causes.of(failure).anyMatch(FullDisk::says);
    }

    private static boolean says(Throwable failure) {
        return switch (failure) {
            case FullDiskException _ -> true;
            case IOException io -> isSaid(String.valueOf(io.getMessage()));
            case SQLException sql -> DATABASES.equals(sql.getSQLState());
            default -> false;
        };
    }

    /// In brackets where the name of the file comes first: [java.io.FileNotFoundException].
    private static boolean isSaid(String message) {
        return WORDS.stream()
                .anyMatch(words -> message.endsWith(words) || message.endsWith("(" + words + ")"));
    }

    /// Writing to `/dev/full` always fails so. full(4).
    private static String words() {
        try (var full = new FileOutputStream("/dev/full")) {
            full.write(0);
            return "No space left on device";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
