package io.dure.platform.tenancy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an HTTP operation that is for people in a browser: an access token, whatever its scopes,
/// answers 403 `session-needed`. Whatever makes another way in is marked so, since that would
/// outlive the token and its scopes.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InPerson {}
