package io.dure.engines.objects.form;

/// How many bytes a file may have.
public record SizeRange(long least, long most) {
    SizeRange and(SizeRange other) {
        return new SizeRange(Math.max(least, other.least), Math.min(most, other.most));
    }
}
