package io.dure.engines.objects.policy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which condition keys there are: those that requests have values for here, and those that S3
/// knows besides. The latter are absent from every request, and mean what an absent key means.
final class KnownKeys {
    private static final Map<String, ConditionKey> SUPPLIED =
            Arrays.stream(ConditionKey.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    key -> ConditionValues.folded(key.text()),
                                    Function.identity()));

    /// Up to the slash, for those of tags.
    private static final Set<String> ABSENT =
            Stream.of(
                            "aws:AssumedRoot",
                            "aws:CalledVia",
                            "aws:CalledViaFirst",
                            "aws:CalledViaLast",
                            "aws:ChatbotSourceArn",
                            "aws:Ec2InstanceSourcePrivateIPv4",
                            "aws:Ec2InstanceSourceVpc",
                            "aws:FederatedProvider",
                            "aws:MultiFactorAuthAge",
                            "aws:MultiFactorAuthPresent",
                            "aws:PrincipalIsAWSService",
                            "aws:PrincipalOrgID",
                            "aws:PrincipalOrgPaths",
                            "aws:PrincipalServiceName",
                            "aws:PrincipalServiceNamesList",
                            "aws:PrincipalTag/",
                            "aws:RequestTag/",
                            "aws:RequestedRegion",
                            "aws:ResourceAccount",
                            "aws:ResourceOrgID",
                            "aws:ResourceOrgPaths",
                            "aws:ResourceTag/",
                            "aws:SourceAccount",
                            "aws:SourceArn",
                            "aws:SourceIdentity",
                            "aws:SourceOrgID",
                            "aws:SourceOrgPaths",
                            "aws:SourceOwner",
                            "aws:SourceVpc",
                            "aws:SourceVpcArn",
                            "aws:SourceVpce",
                            "aws:TagKeys",
                            "aws:TokenIssueTime",
                            "aws:ViaAWSService",
                            "aws:VpcSourceIp",
                            "aws:VpceAccount",
                            "aws:VpceOrgID",
                            "aws:VpceOrgPaths",
                            "s3:AccessGrantsInstanceArn",
                            "s3:AccessPointNetworkOrigin",
                            "s3:AccessPointTag/",
                            "s3:BucketTag/",
                            "s3:DataAccessPointAccount",
                            "s3:DataAccessPointArn",
                            "s3:InventoryAccessibleOptionalFields",
                            "s3:ResourceAccount",
                            "s3:destinationRegion",
                            "s3:isReplicationPauseRequest",
                            "s3:x-amz-grant-full-control",
                            "s3:x-amz-grant-read",
                            "s3:x-amz-grant-read-acp",
                            "s3:x-amz-grant-write",
                            "s3:x-amz-grant-write-acp",
                            "s3:x-amz-object-ownership",
                            "s3:x-amz-server-side-encryption-aws-kms-key-id",
                            "s3:x-amz-website-redirect-location")
                    .map(ConditionValues::folded)
                    .collect(Collectors.toUnmodifiableSet());

    private KnownKeys() {}

    static boolean contains(String key) {
        var stem = stem(key);
        return SUPPLIED.containsKey(stem) || ABSENT.contains(stem);
    }

    /// The key, if requests have values for it here.
    static Optional<ConditionKey> supplied(String key) {
        return Optional.ofNullable(SUPPLIED.get(stem(key)));
    }

    /// The key without the name of a tag; a key of tags that names none is left as no key is named.
    private static String stem(String key) {
        var folded = ConditionValues.folded(key);
        var slash = folded.indexOf('/');
        if (slash < 0) {
            return folded;
        }
        return slash + 1 < folded.length() ? folded.substring(0, slash + 1) : "";
    }
}
