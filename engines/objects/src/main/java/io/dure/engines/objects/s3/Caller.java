package io.dure.engines.objects.s3;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.access.Right;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.policy.Requester;

/// Who sent a request, and to whose buckets.
sealed interface Caller {
    Namespace namespace();

    /// As policies know them.
    Requester requester();

    /// Whether they may do this to the bucket by themselves, whatever its policy says.
    boolean allows(Right right, String bucket);

    /// Whether they may do this to anything by themselves.
    boolean holds(Right right);

    /// Whether the bucket is theirs to see in a list.
    boolean mayTouch(String bucket);

    /// Somebody whose signature holds.
    record Signer(AccessKey key) implements Caller {
        @Override
        public Namespace namespace() {
            return key.namespace();
        }

        @Override
        public Requester requester() {
            return new Requester.Key(key.namespace(), key.id());
        }

        @Override
        public boolean allows(Right right, String bucket) {
            return key.allows(right, bucket);
        }

        @Override
        public boolean holds(Right right) {
            return key.rights().contains(right);
        }

        @Override
        public boolean mayTouch(String bucket) {
            return key.mayTouch(bucket);
        }
    }

    /// Somebody without a signature.
    ///
    /// @param namespace that the host names
    record Stranger(Namespace namespace) implements Caller {
        @Override
        public Requester requester() {
            return new Requester.Anonymous();
        }

        @Override
        public boolean allows(Right right, String bucket) {
            return false;
        }

        @Override
        public boolean holds(Right right) {
            return false;
        }

        @Override
        public boolean mayTouch(String bucket) {
            return false;
        }
    }
}
