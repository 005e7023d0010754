package io.dure.engines.objects.configuration.lock;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.XmlWriter;
import java.util.Arrays;
import java.util.Optional;

/// Whether a version cannot be deleted until somebody says otherwise. Amazon S3 API Reference,
/// "PutObjectLegalHold".
public enum LegalHold {
    ON,
    OFF;

    private static final int MOST_BYTES = 4 * 1024;

    /// @throws S3Exception MalformedXML
    public static LegalHold parse(byte[] document) {
        return of(Fields.read(document, MOST_BYTES, "LegalHold", "Status").requireWord("Status"))
                .orElseThrow(Fields::malformed);
    }

    /// The header `x-amz-object-lock-legal-hold`.
    ///
    /// @throws S3Exception InvalidArgument
    public static LegalHold ofHeader(String header) {
        return of(header)
                .orElseThrow(() ->
                        S3Exception.argument(
                                "x-amz-object-lock-legal-hold",
                                header,
                                "Legal Hold must be either of 'ON' or 'OFF'"));
    }

    public static LegalHold of(boolean on) {
        return on ? ON : OFF;
    }

    private static Optional<LegalHold> of(String word) {
        return Arrays.stream(values()).filter(status -> status.name().equals(word)).findFirst();
    }

    public XmlWriter write() {
        return XmlWriter.s3("LegalHold").text("Status", name());
    }
}
