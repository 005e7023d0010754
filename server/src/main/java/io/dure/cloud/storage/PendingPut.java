package io.dure.cloud.storage;

import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredObject;

/// An object whose body is written and whose row is not yet.
record PendingPut(String bucket, StoredObject object, Precondition precondition) {}
