package io.dure.engines.objects.policy;

/// A request as a policy sees it.
///
/// @param values what is known beyond the requester, whose own values are added; a key that is
///   absent here is absent from the request
public record PolicyRequest(
        Requester requester, S3Action action, ResourceArn resource, ConditionValues values) {
    public PolicyRequest {
        values = values.with(requester);
    }
}
