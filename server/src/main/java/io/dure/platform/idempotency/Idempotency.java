package io.dure.platform.idempotency;

import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.SystemScope;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.reflect.MethodSignature;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/// Stands around every POST of somebody signed in. The key is claimed first, then the operation
/// runs, then its answer is kept, all in one transaction: a second request with the key waits for
/// the first, and after a crash either all of it happened or nothing. What failed is not kept and
/// may be tried again. What is marked [io.dure.platform.tenancy.EachTime] goes past it.
@Aspect
@Component
class Idempotency {
    static final Duration KEPT = Duration.ofHours(24);

    private final AnswerRepository answers;
    private final JsonMapper json;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Idempotency(
            AnswerRepository answers,
            JsonMapper json,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.answers = answers;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Around(
            "within(io.dure..*) && @annotation(org.springframework.web.bind.annotation.PostMapping)")
    @Nullable Object once(ProceedingJoinPoint point) throws Throwable {
        var http = request();
        var key = http == null ? null : http.getHeader("Idempotency-Key");
        var caller = Operation.caller(point.getArgs());
        if (http == null || key == null || caller.isEmpty()) {
            return point.proceed();
        }
        var operation = new Operation(((MethodSignature) point.getSignature()).getMethod(), json);
        if (operation.isEachTime()) {
            return point.proceed();
        }
        var request = operation.request(key, http, point.getArgs());
        return operation.isAcrossTenants()
                ? inSteps(point, operation, caller.get().person(), request)
                : atOnce(point, operation, caller.get().person(), request);
    }

    private @Nullable Object atOnce(
            ProceedingJoinPoint point, Operation operation, PersonId person, Request request)
            throws Throwable {
        try {
            return transaction.execute(_ -> {
                if (!answers.claim(person, request, clock.instant())) {
                    return replay(operation, person, request);
                }
                var result = proceed(point);
                keep(operation, person, request, result);
                return result;
            });
        } catch (Undeclared e) {
            throw e.reason;
        }
    }

    /// Where no one transaction can span the operation: a crash in its middle leaves the key
    /// claimed, and the answer to a repetition is that it may have happened.
    private @Nullable Object inSteps(
            ProceedingJoinPoint point, Operation operation, PersonId person, Request request)
            throws Throwable {
        var free = transaction.execute(_ -> answers.claim(person, request, clock.instant()));
        if (!Boolean.TRUE.equals(free)) {
            return transaction.execute(_ -> replay(operation, person, request));
        }
        try {
            var result = point.proceed();
            transaction.executeWithoutResult(_ -> keep(operation, person, request, result));
            return result;
        } catch (Throwable e) {
            transaction.executeWithoutResult(_ -> answers.release(person, request));
            throw e;
        }
    }

    private @Nullable Object replay(Operation operation, PersonId person, Request request) {
        if (!answers.isSame(person, request)) {
            throw new ConflictException(
                    "idempotency-key-reused",
                    "This Idempotency-Key was used for something else. Choose a new one.");
        }
        return operation.read(
                answers.find(person, request)
                        .orElseThrow(() ->
                                new ConflictException(
                                        "already-done",
                                        "This was done already, or is being done; its answer is not shown again.")));
    }

    private void keep(
            Operation operation, PersonId person, Request request, @Nullable Object result) {
        if (!operation.isShownOnce()) {
            answers.keep(person, request, operation.write(result));
        }
    }

    private static @Nullable Object proceed(ProceedingJoinPoint point) {
        try {
            return point.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new Undeclared(e);
        }
    }

    /// Carries a checked exception through the transaction, which it undoes.
    private static final class Undeclared extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Throwable reason;

        Undeclared(Throwable reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        SystemScope.run(
                "old answers",
                () ->
                        transaction.executeWithoutResult(
                                _ -> answers.forget(clock.instant().minus(KEPT))));
    }
}
