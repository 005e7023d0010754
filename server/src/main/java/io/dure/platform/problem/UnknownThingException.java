package io.dure.platform.problem;

/// There is no such thing for this caller: it never was, or another organisation has it.
public final class UnknownThingException extends ProblemException {
    private static final long serialVersionUID = 1;

    /// @param thing what was looked for, in one or two words: `person`, `bucket`
    public UnknownThingException(String thing) {
        super(
                Kind.NOT_FOUND,
                "unknown-" + thing.replace(' ', '-'),
                "There is no such " + thing + ".");
    }
}
