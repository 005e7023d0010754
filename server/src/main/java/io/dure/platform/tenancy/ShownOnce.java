package io.dure.platform.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an HTTP operation whose answer holds a secret that is kept nowhere. A repeated
/// `Idempotency-Key` cannot bring it back: the answer is 409 `already-done`.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ShownOnce {}
