package io.dure.engines.objects.configuration.tagging;

import io.dure.engines.objects.configuration.Fields;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.xml.Element;
import io.dure.engines.objects.xml.XmlWriter;
import java.util.regex.Pattern;

/// A key and a value, both with case. Amazon S3 API Reference, "Tag"; Amazon S3 User Guide,
/// "Categorizing your objects using tags".
///
/// @param key 1 to 128 characters, unique in its set
/// @param value up to 256 characters
public record Tag(String key, String value) {
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    /// Letters, digits and spaces of any script, and a few signs.
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    /// Of tags that only S3 itself sets.
    private static final String RESERVED = "aws:";

    /// @throws S3Exception InvalidTag
    public Tag {
        if (key.isEmpty() || !isAllowed(key, LONGEST_KEY)) {
            throw new S3Exception(S3Error.INVALID_TAG, "The TagKey you have provided is invalid")
                    .with("TagKey", key);
        }
        if (!isAllowed(value, LONGEST_VALUE)) {
            throw new S3Exception(S3Error.INVALID_TAG, "The TagValue you have provided is invalid")
                    .with("TagKey", key)
                    .with("TagValue", value);
        }
    }

    private static boolean isAllowed(String text, int longest) {
        return text.length() <= 2 * longest
                && text.codePointCount(0, text.length()) <= longest
                && ALLOWED.matcher(text).matches();
    }

    /// @throws S3Exception MalformedXML, InvalidTag
    public static Tag read(Element element) {
        var fields = Fields.of(element, "Key", "Value");
        return new Tag(fields.requireText("Key"), fields.requireText("Value"));
    }

    public void write(XmlWriter xml) {
        xml.element("Tag", inside -> inside.text("Key", key).text("Value", value));
    }

    boolean isReserved() {
        return key.startsWith(RESERVED);
    }
}
