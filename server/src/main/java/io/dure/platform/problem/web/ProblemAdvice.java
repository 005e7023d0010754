package io.dure.platform.problem.web;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;
import io.dure.platform.problem.UnknownThingException;
import java.net.URI;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// The one place where an exception becomes an HTTP answer.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ProblemException problem) {
        var answer = ResponseEntity.status(status(problem.kind()));
        problem.retryAfter()
                .ifPresent(wait ->
                        answer.header(
                                HttpHeaders.RETRY_AFTER,
                                String.valueOf(Math.max(1, wait.toSeconds()))));
        return answer.body(describe(problem));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failure(Exception exception) {
        return Circumstances.behind(exception)
                .map(ProblemAdvice::answer)
                .orElseGet(() -> bug(exception));
    }

    private static ResponseEntity<ProblemDetail> bug(Exception exception) {
        LOG.error("request.failed", exception);
        return answer(
                Described.as(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "Something went wrong on our side. The operator can see it in the log."));
    }

    /// What Jetty finds wrong with a request only when it is read, such as a query that is no
    /// UTF-8.
    @ExceptionHandler(HttpException.IllegalStateException.class)
    ResponseEntity<ProblemDetail> unreadable(HttpException.IllegalStateException exception) {
        var detail = ProblemDetail.forStatus(exception.getCode());
        detail.setType(URI.create("/problems/http-" + exception.getCode()));
        detail.setDetail(exception.getReason());
        return answer(detail);
    }

    /// What Spring MVC itself refuses (unreadable JSON, wrong method, missing parameter), in the
    /// same form.
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (body instanceof ProblemDetail detail && isUntyped(detail)) {
            detail.setType(URI.create("/problems/http-" + status.value()));
        }
        return super.handleExceptionInternal(exception, body, headers, status, request);
    }

    /// What is no id names nothing in an address, and is a wrong value behind its question mark.
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var name = String.valueOf(exception.getPropertyName());
        var problem =
                isInPath(exception)
                        ? describe(new UnknownThingException("thing"))
                        : Unreadable.wrongType(name);
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    /// A blank in the address, say.
    @Override
    protected @Nullable ResponseEntity<Object> handleMissingPathVariable(
            MissingPathVariableException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = describe(new UnknownThingException("thing"));
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static boolean isInPath(TypeMismatchException exception) {
        return exception instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var cause = exception.getCause();
        var detail =
                Circumstances.behind(exception)
                        .orElseGet(() -> Unreadable.describe(cause == null ? exception : cause));
        return ResponseEntity.status(detail.getStatus()).body(detail);
    }

    /// @return the RFC 9457 description of a problem
    static ProblemDetail describe(ProblemException problem) {
        var detail = Described.as(status(problem.kind()), problem.code(), problem.detail());
        if (!problem.errors().isEmpty()) {
            detail.setProperty("errors", problem.errors());
        }
        return detail;
    }

    private static boolean isUntyped(ProblemDetail detail) {
        return detail.getType() == null || detail.getType().equals(URI.create("about:blank"));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus()).body(detail);
    }

    private static HttpStatus status(Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case QUOTA -> HttpStatus.INSUFFICIENT_STORAGE;
            case RATE -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }
}
