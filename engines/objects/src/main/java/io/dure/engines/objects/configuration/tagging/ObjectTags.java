package io.dure.engines.objects.configuration.tagging;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Percent;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.xml.XmlWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// The tags of an object. Amazon S3 API Reference, "PutObjectTagging".
///
/// @param tags up to 10, in the order given
public record ObjectTags(List<Tag> tags) {
    public static final ObjectTags NONE = new ObjectTags(List.of());

    private static final int MOST = 10;

    /// @throws S3Exception BadRequest, InvalidTag
    public ObjectTags {
        if (tags.size() > MOST) {
            throw new S3Exception(
                    S3Error.BAD_REQUEST, "Object tags cannot be greater than " + MOST);
        }
        tags = TagSet.require(tags, "Your TagKey cannot be prefixed with aws:");
    }

    /// @throws S3Exception MalformedXML, BadRequest, InvalidTag
    public static ObjectTags parse(byte[] document) {
        return new ObjectTags(TagSet.parse(document));
    }

    /// The tags of the header `x-amz-tagging`, which is written as a query is.
    ///
    /// @throws S3Exception InvalidArgument, BadRequest, InvalidTag
    public static ObjectTags parseHeader(String header) {
        var query = query(header);
        var tags =
                query.parameters().stream()
                        .map(parameter -> tag(parameter.name(), parameter.value(), header))
                        .toList();
        if (tags.stream().map(Tag::key).distinct().count() < tags.size()) {
            throw wrongHeader(header);
        }
        return new ObjectTags(tags);
    }

    private static Query query(String header) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(header)) {
            throw wrongHeader(header);
        }
        try {
            return Query.parse(header);
        } catch (S3Exception e) {
            throw wrongHeader(header);
        }
    }

    private static Tag tag(String key, String value, String header) {
        try {
            return new Tag(key, value);
        } catch (S3Exception e) {
            throw wrongHeader(header);
        }
    }

    private static S3Exception wrongHeader(String header) {
        return S3Exception.argument(
                "x-amz-tagging",
                header,
                "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query"
                        + " parameters without tag name duplicates.");
    }

    public boolean isEmpty() {
        return tags.isEmpty();
    }

    public boolean contains(Tag tag) {
        return tags.contains(tag);
    }

    public XmlWriter write() {
        return TagSet.write(tags);
    }

    /// As [#parseHeader] reads it.
    public String writeHeader() {
        return tags.stream()
                .map(tag -> Percent.encode(tag.key()) + "=" + Percent.encode(tag.value()))
                .collect(Collectors.joining("&"));
    }
}
