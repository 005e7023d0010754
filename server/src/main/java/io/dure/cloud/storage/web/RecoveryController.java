package io.dure.cloud.storage.web;

import io.dure.cloud.storage.Recovery;
import io.dure.cloud.storage.RecoveryProgress;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.FreshProof;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Making rows anew from the store, for `./dure objects rebuild`.
@RestController
@RequestMapping("/api/console/objects/rebuild")
class RecoveryController {
    private final Recovery recovery;

    RecoveryController(Recovery recovery) {
        this.recovery = recovery;
    }

    /// @param found bodies that said what they are, so far
    /// @param silent bodies of before they described themselves
    /// @param sealed bodies whose keys are gone
    /// @param damaged bodies of which nobody knows what they were
    /// @param result what came back, once it is done
    /// @param report the file on the server's machine that names what did not
    /// @param failure why it failed, if it did
    record RebuildView(
            RecoveryProgress.State state,
            long found,
            long silent,
            long sealed,
            long damaged,
            RecoveryProgress.@Nullable Result result,
            @Nullable String report,
            @Nullable String failure) {}

    /// Begins, in a database without buckets.
    @FreshProof(orLauncher = true)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RebuildView begin(Caller caller) {
        return view(recovery.begin(caller));
    }

    /// How far the newest is.
    @GetMapping
    RebuildView progress(Caller caller) {
        return recovery.progress(caller)
                .map(RecoveryController::view)
                .orElseThrow(() -> new UnknownThingException("rebuild"));
    }

    private static RebuildView view(RecoveryProgress progress) {
        return new RebuildView(
                progress.state(),
                progress.found(),
                progress.silent(),
                progress.sealed(),
                progress.damaged(),
                progress.result().orElse(null),
                progress.report().orElse(null),
                progress.failure().orElse(null));
    }
}
