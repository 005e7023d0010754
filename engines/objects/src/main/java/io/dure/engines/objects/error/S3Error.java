package io.dure.engines.objects.error;

/// Every error that this server answers with, worded as S3 words it. Amazon S3 API Reference,
/// "Error responses".
public enum S3Error {
    ACCESS_CONTROL_LIST_NOT_SUPPORTED(
            400, "AccessControlListNotSupported", "The bucket does not allow ACLs"),
    ACCESS_DENIED(403, "AccessDenied", "Access Denied"),
    ACCESS_FORBIDDEN(
            403,
            "AccessForbidden",
            "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request"
                    + " method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by"
                    + " the resource's CORS spec."),
    ACCOUNT_PROBLEM(
            403,
            "AccountProblem",
            "There is a problem with your account that prevents the operation."),
    AUTHORIZATION_HEADER_MALFORMED(
            400,
            "AuthorizationHeaderMalformed",
            "The authorization header you provided is invalid."),
    AUTHORIZATION_QUERY_PARAMETERS_ERROR(
            400,
            "AuthorizationQueryParametersError",
            "The query parameters of the signature are incomplete or invalid."),
    BAD_DIGEST(400, "BadDigest", "The Content-MD5 you specified did not match what we received."),
    BAD_REQUEST(400, "BadRequest", "Bad Request"),
    BUCKET_ALREADY_EXISTS(
            409, "BucketAlreadyExists", "The requested bucket name is not available."),
    BUCKET_ALREADY_OWNED_BY_YOU(
            409,
            "BucketAlreadyOwnedByYou",
            "Your previous request to create the named bucket succeeded and you already own it."),
    BUCKET_NOT_EMPTY(409, "BucketNotEmpty", "The bucket you tried to delete is not empty"),
    CONDITIONAL_REQUEST_CONFLICT(
            409,
            "ConditionalRequestConflict",
            "The conditional request cannot succeed due to a conflicting operation against this resource."),
    ENTITY_TOO_LARGE(
            400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size"),
    ENTITY_TOO_SMALL(
            400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size"),
    ILLEGAL_VERSIONING_CONFIGURATION(
            400,
            "IllegalVersioningConfigurationException",
            "The Versioning element must be specified"),
    INCOMPLETE_BODY(
            400,
            "IncompleteBody",
            "You did not provide the number of bytes specified by the Content-Length HTTP header."),
    INSUFFICIENT_STORAGE(
            507, "InsufficientStorage", "The server's disk is full. Nothing was stored."),
    INTERNAL_ERROR(500, "InternalError", "We encountered an internal error. Please try again."),
    INVALID_ACCESS_KEY_ID(
            403,
            "InvalidAccessKeyId",
            "The access key ID you provided does not exist in our records."),
    INVALID_ARGUMENT(400, "InvalidArgument", "Invalid Argument"),
    INVALID_BUCKET_ACL_WITH_OBJECT_OWNERSHIP(
            400,
            "InvalidBucketAclWithObjectOwnership",
            "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting"),
    INVALID_BUCKET_STATE(
            409,
            "InvalidBucketState",
            "The request is not valid for the current state of the bucket."),
    INVALID_BUCKET_NAME(400, "InvalidBucketName", "The specified bucket is not valid."),
    INVALID_DIGEST(400, "InvalidDigest", "The Content-MD5 you specified was invalid."),
    INVALID_PART(
            400,
            "InvalidPart",
            "One or more of the specified parts could not be found.  The part may not have been uploaded, or the"
                    + " specified entity tag may not match the part's entity tag."),
    INVALID_PART_NUMBER(416, "InvalidPartNumber", "The requested partnumber is not satisfiable"),
    INVALID_PART_ORDER(
            400,
            "InvalidPartOrder",
            "The list of parts was not in ascending order. Parts must be ordered by part number."),
    INVALID_ENCRYPTION_ALGORITHM(
            400,
            "InvalidEncryptionAlgorithmError",
            "The Encryption request you specified is not valid. Supported value: AES256."),
    INVALID_POLICY_DOCUMENT(
            400,
            "InvalidPolicyDocument",
            "The content of the form does not meet the conditions specified in the policy document."),
    INVALID_RANGE(416, "InvalidRange", "The requested range is not satisfiable"),
    INVALID_REQUEST(400, "InvalidRequest", "The request is not valid."),
    INVALID_TAG(400, "InvalidTag", "The tag provided was not a valid tag."),
    INVALID_TARGET_BUCKET_FOR_LOGGING(
            400, "InvalidTargetBucketForLogging", "The target bucket for logging does not exist"),
    INVALID_TOKEN(400, "InvalidToken", "The provided token is malformed or otherwise not valid."),
    INVALID_URI(400, "InvalidURI", "Couldn't parse the specified URI."),
    KEY_TOO_LONG(400, "KeyTooLongError", "Your key is too long."),
    MALFORMED_POLICY(400, "MalformedPolicy", "Your policy contains a principal that is not valid."),
    MALFORMED_ACL(
            400,
            "MalformedACLError",
            "The XML you provided was not well-formed or did not validate against our published schema"),
    MALFORMED_POST_REQUEST(
            400,
            "MalformedPOSTRequest",
            "The body of your POST request is not well-formed multipart/form-data."),
    MALFORMED_XML(
            400,
            "MalformedXML",
            "The XML you provided was not well-formed or did not validate against our published schema"),
    MAX_MESSAGE_LENGTH_EXCEEDED(400, "MaxMessageLengthExceeded", "Your request was too big."),
    MAX_POST_PRE_DATA_LENGTH_EXCEEDED(
            400,
            "MaxPostPreDataLengthExceededError",
            "Your POST request fields preceding the upload file were too large."),
    METADATA_TOO_LARGE(
            400,
            "MetadataTooLarge",
            "Your metadata headers exceed the maximum allowed metadata size."),
    METHOD_NOT_ALLOWED(
            405, "MethodNotAllowed", "The specified method is not allowed against this resource."),
    MISSING_CONTENT_LENGTH(
            411, "MissingContentLength", "You must provide the Content-Length HTTP header."),
    MISSING_REQUEST_BODY(400, "MissingRequestBodyError", "Request body is empty."),
    MISSING_SECURITY_HEADER(
            400, "MissingSecurityHeader", "Your request is missing a required header."),
    NOT_IMPLEMENTED(
            501,
            "NotImplemented",
            "A header or query you provided implies functionality that is not implemented."),
    NOT_MODIFIED(304, "NotModified", "Not Modified"),
    NO_SUCH_BUCKET(404, "NoSuchBucket", "The specified bucket does not exist"),
    NO_SUCH_BUCKET_POLICY(404, "NoSuchBucketPolicy", "The bucket policy does not exist"),
    NO_SUCH_CORS_CONFIGURATION(
            404, "NoSuchCORSConfiguration", "The CORS configuration does not exist"),
    NO_SUCH_KEY(404, "NoSuchKey", "The specified key does not exist."),
    NO_SUCH_LIFECYCLE_CONFIGURATION(
            404, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"),
    NO_SUCH_OBJECT_LOCK_CONFIGURATION(
            404,
            "NoSuchObjectLockConfiguration",
            "The specified object does not have a ObjectLock configuration"),
    NO_SUCH_PUBLIC_ACCESS_BLOCK_CONFIGURATION(
            404,
            "NoSuchPublicAccessBlockConfiguration",
            "The public access block configuration was not found"),
    NO_SUCH_TAG_SET(404, "NoSuchTagSet", "The TagSet does not exist"),
    NO_SUCH_VERSION(404, "NoSuchVersion", "The specified version does not exist."),
    NO_SUCH_UPLOAD(
            404,
            "NoSuchUpload",
            "The specified upload does not exist. The upload ID may be invalid, or the upload may have"
                    + " been aborted or completed."),
    OBJECT_LOCK_CONFIGURATION_NOT_FOUND(
            404,
            "ObjectLockConfigurationNotFoundError",
            "Object Lock configuration does not exist for this bucket"),
    OWNERSHIP_CONTROLS_NOT_FOUND(
            404, "OwnershipControlsNotFoundError", "The bucket ownership controls were not found"),
    PRECONDITION_FAILED(
            412,
            "PreconditionFailed",
            "At least one of the pre-conditions you specified did not hold"),
    QUOTA_EXCEEDED(
            403, "QuotaExceeded", "The storage quota of the bucket or the account is used up."),
    REQUEST_TIMEOUT(
            400,
            "RequestTimeout",
            "Your socket connection to the server was not read from or written to within the timeout period."),
    REQUEST_TIME_TOO_SKEWED(
            403,
            "RequestTimeTooSkewed",
            "The difference between the request time and the server's time is too large."),
    REQUEST_HEADER_SECTION_TOO_LARGE(
            400,
            "RequestHeaderSectionTooLarge",
            "Your request's header section exceeds the maximum allowed size."),
    SERVER_SIDE_ENCRYPTION_CONFIGURATION_NOT_FOUND(
            404,
            "ServerSideEncryptionConfigurationNotFoundError",
            "The server side encryption configuration was not found"),
    SERVICE_UNAVAILABLE(503, "ServiceUnavailable", "Please reduce your request rate."),
    SIGNATURE_DOES_NOT_MATCH(
            403,
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your key and"
                    + " signing method."),
    TOO_MANY_BUCKETS(
            400, "TooManyBuckets", "You have attempted to create more buckets than allowed."),
    X_AMZ_CONTENT_SHA256_MISMATCH(
            400,
            "XAmzContentSHA256Mismatch",
            "The provided 'x-amz-content-sha256' header does not match what was computed.");

    private final int status;
    private final String code;
    private final String message;

    S3Error(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The name that clients switch on.
    public String code() {
        return code;
    }

    public String message() {
        return message;
    }
}
