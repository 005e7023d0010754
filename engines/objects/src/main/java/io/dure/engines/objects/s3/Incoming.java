package io.dure.engines.objects.s3;

import io.dure.engines.objects.http.Target;

/// A request that somebody sent, before anybody asked whether they may. Where it is a form, its
/// fields stand for headers, and its file for the body.
record Incoming(
        Authentication.Sender sender,
        Route route,
        Target target,
        Headers headers,
        Payload payload) {}
