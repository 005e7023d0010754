package io.dure.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Something that the caller can mend. Subclasses are final, one for each thing a caller could do
/// differently; all other exceptions are bugs or outages and answer 500.
public abstract class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String code;
    private final transient List<FieldError> errors;

    /// @param code stable, kebab-case, the last part of the problem's type URI
    /// @param detail one sentence for a person, naming the value that was wrong
    protected ProblemException(Kind kind, String code, String detail) {
        this(kind, code, detail, List.of());
    }

    protected ProblemException(Kind kind, String code, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.kind = kind;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /// After how long it is worth trying again, where that is known.
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /// What is wrong with single fields of the input, for a form to show beside them.
    public List<FieldError> errors() {
        return errors;
    }
}
