package io.dure.engines.objects.policy;

/// One value of Resource or NotResource: a bucket, objects, or both.
///
/// @param text as written
record ResourcePattern(String text, Template template) {
    /// @param bucket whose policy it stands in
    /// @throws io.dure.engines.objects.error.S3Exception MalformedPolicy unless it can be the
    ///   bucket or lie in it
    static ResourcePattern parse(String text, String bucket, Language language) {
        if (!text.startsWith(ResourceArn.PREFIX)) {
            throw PolicyFault.RESOURCE.exception();
        }
        var pattern =
                new ResourcePattern(text, Template.parse(text, language, Template.Wildcards.WILD));
        if (!pattern.canNameBucket() && !Glob.matches(pattern.bucketPart(), bucket)) {
            throw PolicyFault.RESOURCE.exception();
        }
        return pattern;
    }

    /// Whether a variable stands in the bucket's name, so that only the request tells.
    private boolean canNameBucket() {
        return !template.isConstant() && bucketPart().contains("${");
    }

    private String bucketPart() {
        var rest = text.substring(ResourceArn.PREFIX.length());
        var slash = rest.indexOf('/');
        var variable = rest.indexOf("${");
        if (slash < 0 || (variable >= 0 && variable < slash)) {
            return rest;
        }
        return rest.substring(0, slash);
    }

    /// Whether it can match something of the kind.
    boolean reaches(S3Action.Kind kind, String bucket) {
        return switch (kind) {
            case SERVICE -> false;
            case BUCKET ->
                    !template.isConstant() || Glob.matches(text, ResourceArn.bucket(bucket).text());
            case OBJECT -> text.contains("/") || text.contains("*") || !template.isConstant();
        };
    }

    boolean matches(ResourceArn resource, ConditionValues values) {
        return template.matches(resource.text(), values);
    }
}
