package io.dure.engines.objects.metadata;

/// How an object is encrypted; or, in a request, is to be.
public sealed interface Encryption {
    Encryption NONE = new None();
    Encryption MANAGED = new Managed();

    /// In the clear; in a request: nobody asked, so it is encrypted if the namespace has it so.
    record None() implements Encryption {}

    /// With keys that the server keeps: SSE-S3.
    record Managed() implements Encryption {}

    /// With a key that the client keeps: SSE-C.
    ///
    /// @param keyMd5 of the key, in Base64
    record Customer(String keyMd5) implements Encryption {}
}
