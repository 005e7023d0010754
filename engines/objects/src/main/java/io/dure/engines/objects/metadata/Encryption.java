package io.dure.engines.objects.metadata;

/// How an object was asked to be encrypted.
public sealed interface Encryption {
    Encryption NONE = new None();
    Encryption MANAGED = new Managed();

    /// Nobody asked; it may be encrypted nevertheless, as the namespace has it.
    record None() implements Encryption {}

    /// With keys that the server keeps: SSE-S3.
    record Managed() implements Encryption {}

    /// With a key that the client keeps: SSE-C.
    ///
    /// @param keyMd5 of the key, in Base64
    record Customer(String keyMd5) implements Encryption {}
}
