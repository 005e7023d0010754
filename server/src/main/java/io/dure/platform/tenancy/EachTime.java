package io.dure.platform.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an HTTP operation that makes nothing and is done each time it is asked for: an
/// `Idempotency-Key` means nothing to it. It so runs in no transaction around it, and what it keeps
/// of a failure stays.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EachTime {}
