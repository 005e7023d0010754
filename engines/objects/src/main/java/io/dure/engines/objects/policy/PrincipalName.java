package io.dure.engines.objects.policy;

/// One that a Principal or NotPrincipal element names.
sealed interface PrincipalName {
    /// Everyone, with or without a signature.
    record Anyone() implements PrincipalName {}

    /// All keys of the bucket's namespace.
    record Owner() implements PrincipalName {}

    /// A key of the bucket's namespace.
    record User(String accessKeyId) implements PrincipalName {}

    /// Well formed, and never who asks: another namespace, or one of AWS's accounts, users, roles
    /// and services.
    record Stranger() implements PrincipalName {}

    /// Whoever signs in to a provider on the web, which S3 counts as the public. Never who asks.
    record WebIdentity() implements PrincipalName {}
}
