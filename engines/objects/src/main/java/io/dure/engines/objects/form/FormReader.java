package io.dure.engines.objects.form;

import io.dure.engines.objects.error.S3Exception;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads a form up to its file.
final class FormReader {
    /// Amazon S3 API Reference, "POST Object": the form without its file.
    static final int LARGEST_BEFORE_FILE_BYTES = 20 * 1024;

    private static final String DISPOSITION = "content-disposition:";

    /// The dashes behind the last boundary.
    private static final int END_BYTES = 2;

    private final Parts parts;
    private final int delimiterBytes;

    FormReader(InputStream body, byte[] delimiter) {
        this.parts = new Parts(body, delimiter);
        this.delimiterBytes = delimiter.length;
    }

    /// @throws S3Exception as [Form#read] says
    Form read() throws IOException {
        rest();
        var fields = new HashMap<String, String>();
        while (parts.next()) {
            var disposition = disposition();
            var name = disposition.name().toLowerCase(Locale.ROOT);
            if (name.equals("file")) {
                return new Form(
                        new FormFields(fields),
                        disposition.fileName().orElse(""),
                        parts,
                        delimiterBytes + END_BYTES);
            }
            add(fields, name, utf8(rest()));
        }
        throw FormFault.notOneFile();
    }

    private static void add(Map<String, String> fields, String name, String value) {
        if (fields.put(name, value) != null) {
            throw FormFault.repeated(name);
        }
    }

    /// Reads the headers of a part.
    private Disposition disposition() throws IOException {
        Optional<Disposition> disposition = Optional.empty();
        for (var line = line(); !line.isEmpty(); line = line()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION)) {
                if (disposition.isPresent()) {
                    throw FormFault.malformed();
                }
                disposition = Optional.of(Disposition.parse(line.substring(DISPOSITION.length())));
            }
        }
        return disposition.orElseThrow(FormFault::malformed);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        var before = 0;
        for (var octet = octet(); octet >= 0; octet = octet()) {
            if (before == '\r' && octet == '\n') {
                var bytes = line.toByteArray();
                return utf8(ByteBuffer.wrap(bytes, 0, bytes.length - 1));
            }
            line.write(octet);
            before = octet;
        }
        throw FormFault.malformed();
    }

    private ByteBuffer rest() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var octet = octet(); octet >= 0; octet = octet()) {
            bytes.write(octet);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private int octet() throws IOException {
        if (parts.position() > LARGEST_BEFORE_FILE_BYTES) {
            throw FormFault.tooLong();
        }
        return parts.read();
    }

    private static String utf8(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw FormFault.malformed();
        }
    }
}
