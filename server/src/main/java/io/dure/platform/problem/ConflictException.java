package io.dure.platform.problem;

/// What was asked contradicts what is there: a name that is taken, a step that does not follow from
/// the present state.
public final class ConflictException extends ProblemException {
    private static final long serialVersionUID = 1;

    /// @param code stable and kebab-case, such as `short-name-taken`
    /// @param detail one sentence for a person
    public ConflictException(String code, String detail) {
        super(Kind.CONFLICT, code, detail);
    }
}
