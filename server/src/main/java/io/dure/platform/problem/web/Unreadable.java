package io.dure.platform.problem.web;

import io.dure.platform.problem.FieldError;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What is wrong with JSON, or an address, that does not say what an operation asks for, by the
/// field it stands in.
final class Unreadable {
    /// Jackson has no exception of its own for a field that is not there.
    private static final String NOT_THERE = "Missing required creator property";

    private Unreadable() {}

    static ProblemDetail describe(Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                    field(
                            HttpStatus.BAD_REQUEST,
                            "unknown-field",
                            unknown,
                            "is no field of this request");
            case InvalidNullException missing ->
                    field(HttpStatus.UNPROCESSABLE_CONTENT, "missing", missing, "is missing");
            case MismatchedInputException mismatch
                    when String.valueOf(mismatch.getMessage()).startsWith(NOT_THERE) ->
                    field(HttpStatus.UNPROCESSABLE_CONTENT, "missing", mismatch, "is missing");
            case DatabindException wrong ->
                    field(
                            HttpStatus.BAD_REQUEST,
                            "wrong-type",
                            wrong,
                            "has a value that it cannot have");
            default ->
                    Described.as(
                            HttpStatus.BAD_REQUEST,
                            "malformed-json",
                            "The body is no well-formed JSON.");
        };
    }

    /// @param parameter of the address, behind its question mark
    static ProblemDetail wrongType(String parameter) {
        return field(
                HttpStatus.BAD_REQUEST, "wrong-type", parameter, "has a value that it cannot have");
    }

    private static ProblemDetail field(
            HttpStatus status, String code, DatabindException cause, String what) {
        return field(status, code, path(cause), what);
    }

    private static ProblemDetail field(HttpStatus status, String code, String field, String what) {
        var sentence = (field.isEmpty() ? "The body" : field) + " " + what + ".";
        var problem =
                Described.as(
                        status,
                        status == HttpStatus.BAD_REQUEST ? code : "invalid-input",
                        sentence);
        problem.setProperty("errors", List.of(new FieldError(field, code, sentence)));
        return problem;
    }

    private static String path(DatabindException cause) {
        return cause.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }
}
