package io.dure.engines.objects.s3;

import io.dure.engines.objects.access.Right;

/// An operation, and the right that it needs.
record Route(Right right, Operation operation) {}
