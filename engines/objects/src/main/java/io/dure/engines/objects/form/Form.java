package io.dure.engines.objects.form;

import io.dure.engines.objects.error.S3Exception;
import java.io.IOException;
import java.io.InputStream;

/// A form that uploads a file, read up to the file's bytes, which are read as they come. Fields
/// behind the file are ignored. Amazon S3 API Reference, "POST Object".
public final class Form {
    private final FormFields fields;
    private final String fileName;
    private final Parts parts;
    private final int bytesBehind;

    /// @param bytesBehind the file, at least
    Form(FormFields fields, String fileName, Parts parts, int bytesBehind) {
        this.fields = fields;
        this.fileName = fileName;
        this.parts = parts;
        this.bytesBehind = bytesBehind;
    }

    /// @param contentType of the body, which names the boundary
    /// @throws S3Exception MalformedPOSTRequest, MaxPostPreDataLengthExceededError, InvalidArgument
    ///   (a field comes twice, or no file)
    public static Form read(InputStream body, String contentType) throws IOException {
        return new FormReader(body, Boundary.delimiter(contentType)).read();
    }

    public FormFields fields() {
        return fields;
    }

    /// The name that the file had where it comes from, without folders; may be empty.
    public String fileName() {
        return fileName.substring(
                Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    }

    /// How many bytes the file can have, as long as none of it was read.
    ///
    /// @param bodyBytes of the whole form
    public long largestFile(long bodyBytes) {
        return Math.max(0, bodyBytes - parts.position() - bytesBehind);
    }

    /// The file's bytes; reading them throws EntityTooSmall or EntityTooLarge.
    ///
    /// @param sizes that it may have
    public InputStream file(SizeRange sizes) {
        return new FormFile(parts, sizes);
    }
}
