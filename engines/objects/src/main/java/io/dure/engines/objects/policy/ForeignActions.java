package io.dure.engines.objects.policy;

import java.util.List;

/// Actions on buckets and objects that S3 knows and this server does not: policies may name them,
/// to no effect. Service Authorization Reference, "Actions defined by Amazon S3", 2026-08.
final class ForeignActions {
    static final List<String> OF_BUCKETS =
            List.of(
                    "AllowVendedLogDeliveryForResource",
                    "CreateBucketMetadataTableConfiguration",
                    "DeleteBucketMetadataTableConfiguration",
                    "DeleteBucketWebsite",
                    "GetAnalyticsConfiguration",
                    "GetBucketAbac",
                    "GetBucketMetadataTableConfiguration",
                    "GetBucketWebsite",
                    "GetIntelligentTieringConfiguration",
                    "GetInventoryConfiguration",
                    "GetMetricsConfiguration",
                    "GetReplicationConfiguration",
                    "ListTagsForResource",
                    "PauseReplication",
                    "PutAccelerateConfiguration",
                    "PutAnalyticsConfiguration",
                    "PutBucketAbac",
                    "PutBucketWebsite",
                    "PutIntelligentTieringConfiguration",
                    "PutInventoryConfiguration",
                    "PutMetricsConfiguration",
                    "PutReplicationConfiguration",
                    "TagResource",
                    "UntagResource",
                    "UpdateBucketMetadataAnnotationTableConfiguration",
                    "UpdateBucketMetadataInventoryTableConfiguration",
                    "UpdateBucketMetadataJournalTableConfiguration");

    static final List<String> OF_OBJECTS =
            List.of(
                    "DeleteObjectAnnotation",
                    "DeleteObjectVersionAnnotation",
                    "GetObjectAnnotation",
                    "GetObjectTorrent",
                    "GetObjectVersionAnnotation",
                    "GetObjectVersionAnnotationForReplication",
                    "GetObjectVersionForReplication",
                    "GetObjectVersionTorrent",
                    "InitiateReplication",
                    "ListObjectAnnotations",
                    "ListObjectVersionAnnotations",
                    "ObjectOwnerOverrideToBucketOwner",
                    "PutObjectAnnotation",
                    "PutObjectVersionAnnotation",
                    "ReplicateDelete",
                    "ReplicateObject",
                    "ReplicateObjectAnnotation",
                    "ReplicateTags",
                    "RestoreObject",
                    "UpdateObjectEncryption");

    private ForeignActions() {}
}
