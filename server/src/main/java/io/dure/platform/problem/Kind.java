package io.dure.platform.problem;

/// The sorts of problems a caller can meet; each protocol maps them to its own words in one
/// `switch`.
public enum Kind {
    /// Something sent is wrong and will stay wrong: HTTP 422, or 400 where it could not even be
    /// read.
    INVALID,
    /// Nobody is signed in, or not by the means demanded: HTTP 401.
    UNAUTHENTICATED,
    /// The caller is known and may not do this: HTTP 403.
    FORBIDDEN,
    /// There is no such thing, or it is another organisation's: HTTP 404, the same answer for both.
    NOT_FOUND,
    /// It contradicts what is there: HTTP 409.
    CONFLICT,
    /// It was changed since the caller read it: HTTP 412.
    STALE,
    /// More was sent than is taken: HTTP 413.
    TOO_LARGE,
    /// What the caller may use is used up: HTTP 507.
    QUOTA,
    /// Too many requests for now: HTTP 429.
    RATE
}
