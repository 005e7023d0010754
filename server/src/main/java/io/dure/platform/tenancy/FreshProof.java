package io.dure.platform.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an HTTP operation that changes how somebody comes in, or makes another way in that lasts:
/// the browser's person must have proved who they are within the last minutes, or is answered 403
/// `proof-needed` and proves it at `/me/proof`. A browser left open, or a stolen cookie, so gets no
/// lasting hold. A program with a token answers 403 `session-needed`, as with [InPerson].
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FreshProof {
    /// Whether the launcher (`./dure tenant …`) may, too: whoever reads its token reads everything
    /// else in the data folder.
    boolean orLauncher() default false;
}
