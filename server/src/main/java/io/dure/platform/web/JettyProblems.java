package io.dure.platform.web;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/// What Jetty refuses before the application sees it, as RFC 9457 words problems.
final class JettyProblems implements Request.Handler {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var reason = reason(request);
        var status = reason.map(HttpException::getCode).orElseGet(response::getStatus);
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems/http-" + status));
        problem.setTitle(HttpStatus.getMessage(status));
        reason.map(HttpException::getReason).ifPresent(problem::setDetail);
        response.setStatus(status);
        response.getHeaders()
                // Where the next request would begin is not known.
                .put(HttpHeader.CONNECTION, "close")
                .put(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put("X-Content-Type-Options", "nosniff");
        response.write(true, body(problem), callback);
        return true;
    }

    private static Optional<HttpException> reason(Request request) {
        return request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException known
                ? Optional.of(known)
                : Optional.empty();
    }

    private static ByteBuffer body(ProblemDetail problem) {
        return StandardCharsets.UTF_8.encode(JSON.writeValueAsString(problem));
    }
}
