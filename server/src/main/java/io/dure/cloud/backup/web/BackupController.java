package io.dure.cloud.backup.web;

import io.dure.cloud.backup.Backups;
import io.dure.cloud.backup.Progress;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.FreshProof;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Backups, for `./dure backup`.
@RestController
@RequestMapping("/api/console/backup")
class BackupController {
    private final Backups backups;

    BackupController(Backups backups) {
        this.backups = backups;
    }

    /// @param folder an absolute path on the server's machine
    record BackupRequest(String folder) {}

    /// @param bytes copied so far, without the database
    /// @param failure why it failed, if it did
    record BackupView(String folder, Progress.State state, long bytes, @Nullable String failure) {}

    /// Begins a backup, which holds every key there is.
    @FreshProof(orLauncher = true)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    BackupView begin(Caller caller, @RequestBody BackupRequest request) {
        return view(backups.begin(caller, request.folder()));
    }

    /// How far the newest backup is.
    @GetMapping
    BackupView progress(Caller caller) {
        return backups.progress(caller)
                .map(BackupController::view)
                .orElseThrow(() -> new UnknownThingException("backup"));
    }

    private static BackupView view(Progress progress) {
        return new BackupView(
                progress.folder(),
                progress.state(),
                progress.bytes(),
                progress.failure().orElse(null));
    }
}
