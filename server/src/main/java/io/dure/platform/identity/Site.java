package io.dure.platform.identity;

/// The web site that a browser shows, to which passkeys are bound. Web Authentication Level 3 §4
/// (relying party identifier), §5.8.1 (origin).
///
/// @param host `work.example.com`
/// @param origin `https://work.example.com:8443`, the port only where it is not the scheme's own
public record Site(String host, String origin) {}
