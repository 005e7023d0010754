package io.dure.platform.identity.web;

import io.dure.platform.identity.AccessToken;
import io.dure.platform.identity.AccessTokens;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.FreshProof;
import io.dure.platform.tenancy.InPerson;
import io.dure.platform.tenancy.ShownOnce;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The caller's own personal access tokens.
@RestController
@RequestMapping({"/api/o/{org}/me/tokens", "/api/console/me/tokens"})
class TokenController {
    private final AccessTokens tokens;

    TokenController(AccessTokens tokens) {
        this.tokens = tokens;
    }

    record AccessTokenView(
            UUID id,
            String name,
            List<String> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    record AccessTokenList(List<AccessTokenView> items) {}

    /// @param scopes names of capabilities that the caller has
    /// @param days until it expires, 1 to 366
    record NewAccessToken(String name, Set<String> scopes, int days) {}

    /// @param secret for `Authorization: Bearer …`; shown now and never again
    record MadeAccessToken(AccessTokenView token, String secret) {}

    @GetMapping
    AccessTokenList list(Caller caller) {
        return new AccessTokenList(
                tokens.list(caller).stream().map(TokenController::view).toList());
    }

    @InPerson
    @FreshProof
    @ShownOnce
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MadeAccessToken create(Caller caller, @RequestBody NewAccessToken body) {
        var made = tokens.create(caller, body.name(), body.scopes(), body.days());
        return new MadeAccessToken(view(made.token()), made.secret().text());
    }

    @DeleteMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable UUID token) {
        tokens.revoke(caller, token);
    }

    private static AccessTokenView view(AccessToken token) {
        return new AccessTokenView(
                token.id(),
                token.name(),
                token.scopes().stream().sorted().toList(),
                token.createdAt(),
                token.expiresAt(),
                token.usedAt().orElse(null));
    }
}
