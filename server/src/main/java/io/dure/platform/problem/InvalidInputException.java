package io.dure.platform.problem;

import java.util.List;

/// Input that breaks a rule; each broken rule is named by its field.
public final class InvalidInputException extends ProblemException {
    private static final long serialVersionUID = 1;

    public InvalidInputException(List<FieldError> errors) {
        super(Kind.INVALID, "invalid-input", summary(errors), errors);
    }

    public InvalidInputException(String field, String code, String detail) {
        this(List.of(new FieldError(field, code, detail)));
    }

    private static String summary(List<FieldError> errors) {
        return errors.isEmpty() ? "The input is invalid." : errors.getFirst().detail();
    }
}
