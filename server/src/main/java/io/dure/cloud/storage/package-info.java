/// Rented storage. Owns the schema `storage`: an organisation's buckets, objects, uploads and
/// access keys; runs the S3 port on them, and serves the storage pages.
///
/// S3 requests do not come by the front door: the key names the organisation, and each call of
/// [PostgresMetadata] opens its [io.dure.platform.tenancy.TenantScope] itself. A GET is one
/// statement, which it shares with all that wait in its organisation ([Lookups]), or none if the
/// object is remembered ([io.dure.engines.objects.metadata.RememberingMetadata]); a PUT shares a
/// transaction of one statement likewise ([CommitQueue]). Keys are cached for seconds ([KeyRing]).
/// In a bucket of which webhooks are told, a change and what is to be told of it are one
/// transaction, and a PUT does not share it; [Courier] sends the messages.
@ApplicationModule(
        id = "storage",
        displayName = "Storage",
        allowedDependencies = {
            "problem",
            "tenancy",
            "people",
            "authority",
            "audit",
            "database",
            "notices",
            "console"
        })
@NullMarked
package io.dure.cloud.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
