package io.dure.engines.objects.configuration;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.XmlWriter;

/// Who pays for requests to a bucket: here, always its owner. Amazon S3 API Reference,
/// "PutBucketRequestPayment".
public enum RequestPayment {
    BUCKET_OWNER;

    private static final int MOST_BYTES = 4 * 1024;
    private static final String OWNER = "BucketOwner";

    /// @throws S3Exception MalformedXML; NotImplemented if whoever asks shall pay
    public static RequestPayment parse(byte[] document) {
        var fields = Fields.read(document, MOST_BYTES, "RequestPaymentConfiguration", "Payer");
        return switch (fields.requireWord("Payer")) {
            case OWNER -> BUCKET_OWNER;
            case "Requester" -> throw new S3Exception(S3Error.NOT_IMPLEMENTED);
            default -> throw Fields.malformed();
        };
    }

    public XmlWriter write() {
        return XmlWriter.s3("RequestPaymentConfiguration").text("Payer", OWNER);
    }
}
