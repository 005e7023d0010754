package io.dure.engines.objects.policy;

/// What a request is about, as policies name it.
///
/// @param text `arn:aws:s3:::BUCKET` or `arn:aws:s3:::BUCKET/KEY`
public record ResourceArn(String text) {
    static final String PREFIX = "arn:aws:s3:::";

    public static ResourceArn bucket(String name) {
        return new ResourceArn(PREFIX + name);
    }

    public static ResourceArn object(String bucket, String key) {
        return new ResourceArn(PREFIX + bucket + "/" + key);
    }
}
