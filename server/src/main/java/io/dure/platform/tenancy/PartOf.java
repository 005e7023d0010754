package io.dure.platform.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a controller that serves a [Product]: for organisations that do not use it, its operations
/// answer the problem `module-off`.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PartOf {
    /// The product's name, such as `storage`.
    String value();
}
