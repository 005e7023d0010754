package io.dure.platform.identity;

/// What comes after a proof of who somebody is.
public sealed interface SignInStep {
    /// Signed in.
    ///
    /// @param session what the browser keeps to stay signed in
    /// @param device what it keeps to be known the next time
    record Done(Secret session, Secret device) implements SignInStep {}

    /// A second proof is needed, within [SignIn#PENDING].
    ///
    /// @param pending what the browser brings along with it
    record SecondFactorNeeded(Secret pending) implements SignInStep {}
}
