package io.dure.platform.identity.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks what changes how somebody proves who they are: the browser's person must have proved it
/// within the last [io.dure.platform.identity.Session#FRESH], or is answered 403 `proof-needed` and
/// proves it at `/me/proof`. A browser left open, or a stolen cookie, so gets no lasting hold.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface FreshProof {}
