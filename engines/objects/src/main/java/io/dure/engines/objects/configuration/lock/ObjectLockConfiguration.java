package io.dure.engines.objects.configuration.lock;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;
import java.util.Optional;

/// That a bucket's versions can be locked, which nothing takes back. Amazon S3 API Reference,
/// "PutObjectLockConfiguration".
public record ObjectLockConfiguration(Optional<DefaultRetention> retention) {
    private static final int MOST_BYTES = 4 * 1024;

    /// @throws S3Exception MalformedXML, InvalidArgument
    public static ObjectLockConfiguration parse(byte[] document) {
        var fields =
                Fields.read(
                        document,
                        MOST_BYTES,
                        "ObjectLockConfiguration",
                        "ObjectLockEnabled",
                        "Rule");
        if (!fields.requireWord("ObjectLockEnabled").equals("Enabled")) {
            throw Fields.malformed();
        }
        return new ObjectLockConfiguration(
                fields.find("Rule").map(ObjectLockConfiguration::retention));
    }

    private static DefaultRetention retention(Element rule) {
        return DefaultRetention.read(
                Fields.of(rule, "DefaultRetention").require("DefaultRetention"));
    }

    public XmlWriter write() {
        var xml = XmlWriter.s3("ObjectLockConfiguration").text("ObjectLockEnabled", "Enabled");
        retention.ifPresent(given -> xml.element("Rule", given::write));
        return xml;
    }
}
