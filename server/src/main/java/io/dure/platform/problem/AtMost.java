package io.dure.platform.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The most bytes that a request's body may have, on the parameter that takes it. More is refused
/// as a [TooLargeException]: beforehand where the request says how much it brings, and otherwise
/// with the first byte too many, so that memory holds no more than this.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface AtMost {
    /// In bytes.
    int value();
}
