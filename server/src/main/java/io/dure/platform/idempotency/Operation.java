package io.dure.platform.idempotency;

import io.dure.platform.tenancy.AcrossTenants;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.EachTime;
import io.dure.platform.tenancy.ShownOnce;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.json.JsonMapper;

/// The controller's method that answers a request, and how its answers are written down.
record Operation(Method method, JsonMapper json) {
    boolean isShownOnce() {
        return method.isAnnotationPresent(ShownOnce.class);
    }

    boolean isEachTime() {
        return method.isAnnotationPresent(EachTime.class);
    }

    boolean isAcrossTenants() {
        return method.isAnnotationPresent(AcrossTenants.class);
    }

    static Optional<Caller> caller(Object[] arguments) {
        return Arrays.stream(arguments)
                .filter(Caller.class::isInstance)
                .map(Caller.class::cast)
                .findFirst();
    }

    /// Where the request went, and what its body meant: another order of fields is the same.
    Request request(String key, HttpServletRequest http, @Nullable Object[] arguments) {
        var text = new StringBuilder(http.getRequestURI());
        text.append('?').append(http.getQueryString());
        var parameters = method.getParameters();
        for (var i = 0; i < parameters.length; i++) {
            if (parameters[i].isAnnotationPresent(RequestBody.class)) {
                text.append('\n').append(json.writeValueAsString(arguments[i]));
            }
        }
        return new Request(key, sha256(text.toString()));
    }

    Answer write(@Nullable Object result) {
        if (result instanceof ResponseEntity<?> entity) {
            var location = entity.getHeaders().getLocation();
            return new Answer(
                    entity.getStatusCode().value(),
                    entity.getHeaders().getETag(),
                    location == null ? null : location.toString(),
                    body(entity.getBody()));
        }
        return new Answer(status(), null, null, body(result));
    }

    @Nullable Object read(Answer answer) {
        var type = ResolvableType.forMethodReturnType(method);
        if (type.toClass() != ResponseEntity.class) {
            return body(answer, type);
        }
        var entity = ResponseEntity.status(answer.status());
        if (answer.etag() != null) {
            entity.eTag(answer.etag());
        }
        if (answer.location() != null) {
            entity.header("Location", answer.location());
        }
        return entity.body(body(answer, type.getGeneric(0)));
    }

    private @Nullable String body(@Nullable Object body) {
        return body == null ? null : json.writeValueAsString(body);
    }

    private @Nullable Object body(Answer answer, ResolvableType type) {
        return answer.body() == null
                ? null
                : json.readValue(answer.body(), json.constructType(type.getType()));
    }

    private int status() {
        var status = method.getAnnotation(ResponseStatus.class);
        return status == null ? HttpStatus.OK.value() : status.value().value();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
