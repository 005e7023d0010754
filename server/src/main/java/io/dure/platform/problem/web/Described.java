package io.dure.platform.problem.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// How a problem is worded over HTTP (RFC 9457). What HTTP itself refuses keeps the title that its
/// status has there.
final class Described {
    private Described() {}

    /// @param code stable, words joined by hyphens
    /// @param sentence for a person
    static ProblemDetail as(HttpStatus status, String code, String sentence) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems/" + code));
        problem.setTitle(code.replace('-', ' '));
        problem.setDetail(sentence);
        return problem;
    }
}
