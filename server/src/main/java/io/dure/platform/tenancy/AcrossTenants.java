package io.dure.platform.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an HTTP operation that works in other organisations than the caller's, so that no one
/// transaction can span it.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AcrossTenants {}
