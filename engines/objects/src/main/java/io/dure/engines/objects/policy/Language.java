package io.dure.engines.objects.policy;

/// The policy language's versions.
enum Language {
    /// Without variables; what a policy is written in that does not say.
    V2008,
    V2012;

    /// @throws io.dure.engines.objects.error.S3Exception MalformedPolicy
    static Language of(Json version) {
        return switch (version.text(PolicyFault.VERSION)) {
            case "2008-10-17" -> V2008;
            case "2012-10-17" -> V2012;
            default -> throw PolicyFault.VERSION.exception();
        };
    }
}
